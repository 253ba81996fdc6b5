import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/domain/case/decide';
import { aCase, BOB, by, COMMANDS } from '@/tests/support/case-builders';
import { evolve } from '@/tests/support/case-history';

describe('a closed case', () => {
  // Somebody has to read and answer what the requester writes afterwards; nothing else may change.
  it('takes messages, notes, an assignee and another address, stays closed with them, and can be opened again', () => {
    const handled = Object.values(COMMANDS).filter((command) => decide(aCase('closed'), command, by(BOB)).ok);
    const types = handled.map(({ type }) => type).sort();
    expect(types).toEqual(['AssignCase', 'ChangeContact', 'ReopenCase', 'WriteMessage', 'WriteNote']);
    for (const command of handled.filter(({ type }) => type !== 'ReopenCase')) {
      const decision = decide(aCase('closed'), command, by(BOB));
      if (decision.ok) expect(evolve(aCase('closed'), decision.value, by(BOB)).state).toBe('closed');
    }
  });
});
