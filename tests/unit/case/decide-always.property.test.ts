import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/domain/case/decide';
import { CASE_STATES } from '@/lib/domain/case/types';
import { aCase, ALICE, BOB, by, COMMANDS, onwards } from '@/tests/support/case-builders';
import { delivered, evolve } from '@/tests/support/case-history';

describe('however the commands come', { timeout: 60_000 }, () => {
  // Half of the steps go on; the others are anything at all.
  const step = fc.record({
    any: fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(COMMANDS))),
    actorId: fc.constantFrom(ALICE, BOB, 'carol'),
  });

  it('a case is always in one of its states, moves by one version at a time and is deterministic', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let current = aCase('received');
        for (const { any, actorId } of steps) {
          const context = by(actorId);
          const command = any ?? onwards(current, context);
          const decision = decide(current, command, context);
          expect(decide(current, command, context)).toEqual(decision);
          const next = decision.ok ? evolve(current, decision.value, context) : current;
          expect(CASE_STATES).toContain(next.state);
          expect(next.version - current.version).toBe(decision.ok ? 1 : 0);
          if (current.state === 'closed' && command.type !== 'ReopenCase') expect(next.state).toBe('closed');
          current = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no state is out of reach', () => {
    const seen = new Set(['received']);
    let current = aCase('received');
    for (const actorId of Array.from({ length: 12 }, (_, no) => (no % 2 === 0 ? ALICE : BOB))) {
      const context = by(actorId);
      const decision = decide(current, onwards(current, context), context);
      // Nothing is closed before its mail has left.
      if (decision.ok) current = delivered(evolve(current, decision.value, context));
      seen.add(current.state);
    }
    expect([...seen]).toEqual([...CASE_STATES]);
  });

  it('nobody gets a bundle that two people did not see', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let current = aCase('reviewing');
        for (const { any, actorId } of steps) {
          const decision = decide(current, any ?? onwards(current, by(actorId)), by(actorId));
          if (decision.ok) current = evolve(current, decision.value, by(actorId));
          if (current.state !== 'preparing' && current.state !== 'ready') continue;
          for (const { decision: own, approvedById } of current.rights) expect(approvedById).not.toBe(own?.decidedById);
        }
      }),
      { numRuns: 300 },
    );
  });
});
