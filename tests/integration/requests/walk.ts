import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { handle } from '@/lib/features/cases/mutations/handle';
import type { Handled } from '@/lib/features/cases/types/handled';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { submitAlone, type Submitted } from '@/lib/features/requests/mutations';
import { PORTAL } from '@/lib/domain/datamap/portal';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { db } from '@/lib/platform/db/client';
import { giverOf } from '@/tests/support/case-builders';

/** Two members of the desk. The columns want ids; nothing asks whether such a person is employed. */
export const ALICE = { kind: 'staff', id: randomUUID() } as const;
export const BOB = { kind: 'staff', id: randomUUID() } as const;

export const answers = (given: Partial<SubmittedAnswers> = {}): SubmittedAnswers => ({
  locale: 'en',
  forWhom: 'self',
  residence: 'IE',
  rights: ['GDPR:access'],
  details: 'Everything since 2024, please.',
  name: 'Luís Gonçalves',
  email: 'luis@example.com',
  identifiers: { phone: '+55 12 3923 5555' },
  ...given,
});

export const submit = (given: Partial<SubmittedAnswers> = {}, receivedAt = new Date()): Promise<Submitted> =>
  submitAlone({ controllerId: 'chinook', answers: answers(given), channel: 'form', receivedAt });

/** Handles a command that must be lawful here. */
export async function must(
  caseId: string,
  command: CaseCommand,
  actor: Actor = giverOf(command, ALICE, caseId),
): Promise<Handled> {
  const result = await handle(caseId, command, actor);
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.reason} ${result.detail ?? ''}`);
  return result.value;
}

/** A case whose requester is verified, so that it can be collected for. */
export async function verified(given: Partial<SubmittedAnswers> = {}): Promise<Submitted> {
  const submitted = await submit(given);
  await must(submitted.caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: submitted.caseId });
  await must(submitted.caseId, { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' });
  return submitted;
}

/** The same with the collection started, and this portal's own records kept. @returns the id of the task of its one system too. */
export async function collecting(given: Partial<SubmittedAnswers> = {}): Promise<Submitted & { taskId: string }> {
  const submitted = await verified(given);
  const started = await startCollection(submitted.caseId as AuthorizedCaseId, ALICE);
  if (!started.ok) throw new Error(started.reason);
  await collectFromSystem(await taskOf(submitted.caseId, PORTAL), new AbortController().signal);
  return { ...submitted, taskId: await taskOf(submitted.caseId, 'shop') };
}

/** The task by which a system is asked for a case. */
export async function taskOf(caseId: string, systemId: string): Promise<string> {
  const { id } = await db().collectionTask.findUniqueOrThrow({ where: { caseId_systemId: { caseId, systemId } } });
  return id;
}

/** Leaves shown what the data map of the shop leaves to a person: the address of a colleague. */
export const leaveShown = (caseId: string): Promise<Handled> =>
  must(caseId, {
    type: 'KeepShown',
    keptId: randomUUID(),
    collectionId: 'shop.employee',
    recordNo: null,
    field: 'email',
  });

/** Grants each right of a case, with all of what is hidden in it named as another's, and what of its answer is confirmed. */
export async function grantAll(
  caseId: string,
  confirmedOf: (item: { readonly regime: string; readonly right: string }) => readonly string[] = () => [],
): Promise<void> {
  for (const { id: rightItemId, ...item } of await db().rightItem.findMany({ where: { caseId } }))
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: '',
      despiteHidden: 'Every value of theirs is in it.',
      confirmed: confirmedOf(item),
    });
}

/** What the log says of a case, oldest first. */
export async function logOf(
  caseId: string,
): Promise<{ kind: string; data: Record<string, unknown>; actor: { kind: string; id: string } }[]> {
  const events = await db().auditEvent.findMany({ where: { caseId }, orderBy: { position: 'asc' } });
  return events.map(({ body }) => JSON.parse(body) as never);
}

export const kindsOf = async (caseId: string): Promise<string[]> => (await logOf(caseId)).map(({ kind }) => kind);

/** How many records a case has of what this portal itself keeps of its person. */
export const ofThisPortal = async (caseId: string): Promise<number> =>
  (await db().collectionTask.findFirstOrThrow({ where: { caseId, systemId: 'portal' } })).records;
