import { expect } from 'vitest';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { type CaseRefusal, type CaseRules, decide } from '@/lib/domain/case/decide';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { Case } from '@/lib/domain/case/types';
import { ALICE, SMALL_LAW } from './case-builders';

/** `given(case).when(command).then(…events)` or `.thenRefused(reason)`: what a case does with a command, as a sentence. */
export const given = (current: Case, rules: CaseRules = SMALL_LAW) => ({
  when: (command: CaseCommand, actorId: string = ALICE) => {
    const decision = decide(current, command, { rules, actorId });
    return {
      then: (...events: readonly (Partial<CaseEvent> & Pick<CaseEvent, 'type'>)[]) => expect(decision).toMatchObject({ ok: true, value: events }),
      thenRefused: (reason: CaseRefusal, detail?: string) => expect(decision).toEqual(detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }),
    };
  },
});
