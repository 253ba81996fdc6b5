import { expect } from 'vitest';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { type CaseRefusal, decide } from '@/lib/domain/case/decide';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { ALICE, by, NOW, SMALL_LAW } from './case-builders';

/** `given(case).when(command).then(…events)` or `.thenRefused(reason)`: what a case does with a command, as a sentence. */
export const given = (current: Case, rules: CaseRules = SMALL_LAW) => ({
  when: (command: CaseCommand, actor: string | Actor = ALICE, at: string = NOW) => {
    const decision = decide(current, command, by(actor, rules, at));
    return {
      then: (...events: readonly (Partial<CaseEvent> & Pick<CaseEvent, 'type'>)[]) =>
        expect(decision).toMatchObject({ ok: true, value: events }),
      thenRefused: (reason: CaseRefusal, detail?: string) =>
        expect(decision).toEqual(detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }),
    };
  },
});
