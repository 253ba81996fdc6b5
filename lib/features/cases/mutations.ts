import { type Actor, mayGive } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { auditOf, type CaseEvent, stateAfter } from '@/lib/domain/case/events';
import { nextStep } from '@/lib/domain/case/next-step';
import { caseRules } from '@/lib/domain/case/rules';
import type { LocalDate } from '@/lib/domain/clock/local-date';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/audit/mutations';
import { planBundle, recordSealed } from '@/lib/features/bundles/mutations';
import * as collection from '@/lib/features/collection/mutations';
import { addMessage } from '@/lib/features/messages/mutations';
import { tellRequester } from '@/lib/features/notices/mutations';
import { addRedaction, undoRedaction } from '@/lib/features/redactions/mutations';
import { clearDecisions, recordApproval, recordDecision } from '@/lib/features/rights/mutations';
import { type Db, transaction } from '@/lib/platform/db/client';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { caseOf, caseRow, type CaseRow, keyOf } from './data';
import type { Handled, HandleRefusal } from './types';

type Situation = { readonly tx: Db; readonly row: CaseRow; readonly key: CaseKey; readonly actor: Actor; readonly at: Date };

/**
 * The one way to change a case: lock, rebuild, decide, then write rows, log, mails and jobs in one transaction.
 * @param seenVersion the version the person had before their eyes; another one refuses with `changedMeanwhile`.
 * @returns the case's new state and version, or why the command was not lawful. Nothing was changed then.
 */
export function handle(
  caseId: string,
  command: CaseCommand,
  actor: Actor,
  { seenVersion, at = new Date() }: { seenVersion?: number; at?: Date } = {},
): Promise<Result<Handled, HandleRefusal>> {
  // A mistake of our own, not something a person can meet: the gates stand before this.
  if (!mayGive(actor, command)) throw new Error(`${command.type} is not for a ${actor.kind}`);
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Case" where "id" = ${caseId}::uuid for update`;
    const row = await caseRow(caseId, tx);
    if (!row?.key?.wrappedKey) return refuse('notFound');
    if (seenVersion !== undefined && seenVersion !== row.version) return refuse('changedMeanwhile');
    const current = caseOf(row);
    const decision = decide(current, command, { rules: caseRules, actorId: actor.id });
    if (!decision.ok) return decision;
    return ok(await write({ tx, row, key: keyOf(row), actor, at }, decision.value));
  });
}

async function write(situation: Situation, events: readonly CaseEvent[]): Promise<Handled> {
  const { tx, row, actor, at } = situation;
  for (const event of events) await writeEvent(situation, event);
  const collects = row.rights.some((item) => caseRules.needsCopy(item as never));
  const state = events.map((event) => stateAfter(event, collects)).findLast((after) => after !== null) ?? row.state;
  await tx.case.update({ where: { id: row.id }, data: { state, version: { increment: 1 } } });
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  const { _sum } = await tx.collectionTask.aggregate({ where: { caseId: row.id }, _sum: { records: true } });
  const logged = events.map((event) => auditOf(event, _sum.records ?? 0)).filter((event) => event !== null);
  await appendAudit(tx, actor, scope, logged, at);
  const after = await caseRow(row.id, tx);
  if (!after) throw new Error(`Case ${row.id} vanished in its own transaction`);
  const step = nextStep(caseOf(after), after.dueOn.toISOString().slice(0, 10) as LocalDate);
  await tx.case.update({ where: { id: row.id }, data: { nextStep: step.key, nextStepByOn: step.byOn ? new Date(step.byOn) : null } });
  for (const event of events) await tellRequester(tx, after, event, actor, at);
  return { state: after.state as Handled['state'], version: after.version };
}

/** The rows an event changes besides the state of the case. */
async function writeEvent({ tx, row, key, actor, at }: Situation, event: CaseEvent): Promise<void> {
  const by = { staffId: actor.id, at };
  const set = (data: Parameters<Db['case']['update']>[0]['data']) => tx.case.update({ where: { id: row.id }, data });
  switch (event.type) {
    case 'EmailConfirmed':
      await set({ emailConfirmedAt: at });
      return;
    case 'IdentityAccepted':
      await set({ identityMethod: event.method, identityAt: at, identityById: actor.kind === 'staff' ? actor.id : null });
      return;
    case 'IdentityRejected':
      await set({ closedHow: 'unverified', closedAt: at });
      return;
    case 'CaseAssigned':
      await set({ assigneeId: event.staffId });
      return;
    case 'CollectionStarted':
      return collection.addTasks(tx, row.id, event.tasks);
    case 'SourceAnswered':
      return collection.recordAnswer(tx, row.id, event.systemId, event.collections, at);
    case 'SourceFailed':
      return collection.recordFailure(tx, row.id, event.systemId, event.reason);
    case 'SourceRetried':
      return collection.retryTask(tx, event.taskId);
    case 'ValueRedacted':
      return addRedaction(tx, row.id, key, event, by);
    case 'RedactionUndone':
      return undoRedaction(tx, row.id, event.redactionId, at);
    case 'OutcomeDecided':
      return recordDecision(tx, key, event, by);
    case 'DecisionsCompleted':
      await set({ decidedById: actor.id });
      return;
    case 'DecisionApproved':
      await recordApproval(tx, row.id, by);
      return event.bundle ? planBundle(tx, row.id, row.locale, at) : undefined;
    case 'DecisionReturned':
      await set({ decidedById: null });
      return clearDecisions(tx, row.id);
    case 'CaseClosed':
      await set({ closedHow: event.how, closedAt: at });
      return;
    case 'CaseWithdrawn':
      await set({ closedHow: 'withdrawn', closedAt: at });
      return;
    case 'MessageWritten':
      return addMessage(tx, row.id, key, { id: event.messageId, author: actor.kind === 'requester' ? 'requester' : 'desk', staffId: actor.kind === 'staff' ? actor.id : null, body: event.body, at });
    case 'NoteWritten':
      return addMessage(tx, row.id, key, { id: event.messageId, author: 'note', staffId: actor.id, body: event.body, at });
    case 'BundleSealed':
      return recordSealed(tx, event.bundleId, event.sealed, event.file, at);
    // The end of a collection shows in the state alone.
    case 'CollectionFinished':
      return;
    default:
      return event satisfies never;
  }
}
