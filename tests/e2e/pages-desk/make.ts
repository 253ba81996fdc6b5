import { z } from 'zod';
import { handle } from '@/lib/features/cases/mutations/handle';
import { submitAlone } from '@/lib/features/requests/mutations';
import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { controller } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';

// Run by desk-world.ts as a process beside each worker of the browser tests: their loader does not read the product's JSON files, Node
// with tsx does. It answers over its channel until that closes, because a start of its own for each thing made takes longer than the making.
const asked = z.discriminatedUnion('make', [
  z.object({
    make: z.literal('colleague'),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(STAFF_ROLES)),
    controllerIds: z.array(z.string()),
  }),
  z.object({
    make: z.literal('case'),
    controllerId: z.string(),
    name: z.string(),
    email: z.string(),
    rights: z.array(z.string()),
    confirmed: z.boolean(),
  }),
  z.object({ make: z.literal('firstSystem'), controllerId: z.string() }),
  z.object({
    make: z.literal('commands'),
    caseId: z.string(),
    staffId: z.string(),
    commands: z.array(z.looseObject({ type: z.string() })),
  }),
]);

async function make(given: z.output<typeof asked>): Promise<unknown> {
  switch (given.make) {
    case 'colleague': {
      const { make: _make, ...person } = given;
      const added = await addStaff(person, { kind: 'system', id: 'portal' }, { keepPassword: true });
      if (!added.ok) throw new Error(added.reason);
      return added.value;
    }
    case 'case': {
      const { name, email, rights, controllerId } = given;
      const answers = {
        locale: 'en',
        forWhom: 'self',
        residence: 'LU',
        rights,
        details: '',
        name,
        email,
        identifiers: {},
      } as const;
      const made = await submitAlone({
        controllerId,
        answers: { ...answers, rights: [...rights] },
        channel: 'form',
        receivedAt: new Date(),
      });
      if (given.confirmed)
        await handle(made.caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: made.caseId });
      return made;
    }
    case 'firstSystem':
      return controller(given.controllerId).dataMap.systems[0]?.id;
    case 'commands':
      for (const command of given.commands) {
        const result = await handle(given.caseId, command as never, { kind: 'staff', id: given.staffId });
        if (!result.ok) throw new Error(`${command.type}: ${result.reason}`);
      }
      return null;
    default:
      return given satisfies never;
  }
}

/** One thing to make and what came of it, tied together by the number of the question. */
export type Asked = { readonly id: number; readonly asked: object };
export type Made = { readonly id: number; readonly made: unknown } | { readonly id: number; readonly problem: string };

process.on('message', ({ id, asked: given }: Asked) => {
  // A wrong question is answered like any other fault: whoever asked waits.
  Promise.resolve()
    .then(() => make(asked.parse(given)))
    .then(
      (made): Made => ({ id, made }),
      (error: unknown): Made => ({
        id,
        problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => void closeDb());
