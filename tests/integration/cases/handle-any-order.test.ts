import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import { decide } from '@/lib/domain/case/decide';
import { type Case, CASE_STATES } from '@/lib/domain/case/types';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { by, COMMANDS, giverOf, onwards } from '@/tests/support/case-builders';
import { evolve } from '@/tests/support/case-history';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { ALICE, BOB, submit } from '../requests/walk';
import { forCase } from './for-case';

instanceOfFile();

describe('whatever the order of commands', { timeout: 180_000 }, () => {
  it('the rows are what the pure case becomes, and the version counts what was handled', async () => {
    const step = fc.record({
      any: fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(COMMANDS))),
      actor: fc.constantFrom(ALICE, BOB),
    });
    const walk = fc.array(step, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const { caseId } = await submit();
        const row = (await caseRow(caseId))!;
        const rules = rulesOf(row, await calendarsInForce());
        let model = caseOf(row);
        for (const [minute, { any, actor }] of steps.entries()) {
          const at = new Date(row.receivedAt.getTime() + (minute + 1) * 60_000);
          const context = by(actor, rules, at.toISOString());
          const command = await forCase(any ?? onwards(forWalk(model), context), model);
          const giver = giverOf(command, actor, caseId);
          const expected = decide(model, command, { ...context, actor: giver });
          const result = await handle(caseId, command, giver, { at });
          expect(result.ok ? 'handled' : result.reason).toBe(expected.ok ? 'handled' : expected.reason);
          // Which mails there are is the matter of another test: the model takes them as they are.
          if (expected.ok) {
            const { notices, bundle, recipients } = caseOf((await caseRow(caseId))!);
            // And so are the recipients whom the data map owes word of what was done.
            const owes = expected.value.some(({ type }) => type === 'RightCarriedOut' || type === 'ErasureProved');
            const next = evolve(model, expected.value, { ...context, actor: giver }, COMMAND_TABLE[command.type].quiet);
            model = {
              ...next,
              notices,
              bundle: next.bundle && { ...next.bundle, id: bundle?.id ?? '' },
              ...(owes && { recipients }),
            };
          }
          expect(CASE_STATES).toContain(model.state);
        }
        expect(caseOf((await caseRow(caseId))!)).toEqual(model);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

/** The same case with the id that the example of a decision names. */
const forWalk = (current: Case): Case => ({
  ...current,
  rights: current.rights.map((item) => ({ ...item, id: COMMANDS.DecideRight.rightItemId })),
});
