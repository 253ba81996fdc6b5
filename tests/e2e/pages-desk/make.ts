import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { handle } from '@/lib/features/cases/mutations/handle';
import { submitAlone } from '@/lib/features/requests/mutations';
import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { controller } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';

// Run by tests/support/maker.ts as one process beside the whole run of browser tests: their loader does not read the product's JSON files,
// Node with tsx does. A start of its own for each thing made, or for each worker, takes longer than the making.
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

const server = createServer((request, response) => {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  json(request)
    .then((given) => make(asked.parse(given)))
    .then(
      (made) => answer(200, made ?? null),
      // A wrong question is answered like any other fault: whoever asked waits.
      (error: unknown) => answer(500, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => {
  server.closeAllConnections();
  server.close();
  void closeDb();
});
