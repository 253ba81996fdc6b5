import { type Actor, mayGive } from '@/lib/domain/case/actor';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { auditOf, type CaseEvent, stateAfter } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import {
  dropBundle,
  planBundle,
  recordBundleFailure,
  recordSealed,
  retryBundle,
} from '@/lib/features/case-file/rows/bundles';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { addClockEvent, addReminder, project } from '@/lib/features/case-file/rows/clocks';
import * as collection from '@/lib/features/case-file/rows/tasks';
import { addIdentifier } from '@/lib/features/case-file/rows/identifiers';
import { addMessage } from '@/lib/features/case-file/rows/messages';
import { markTold, resendNotice } from '@/lib/features/case-file/rows/notices';
import { tellRequester } from './tell-requester';
import { addRedaction, addShown, undoRedaction, undoShown } from '@/lib/features/case-file/rows/redactions';
import {
  clearDecisions,
  recordApproval,
  recordCarriedOut,
  recordDecision,
  recordStop,
} from '@/lib/features/case-file/rows/rights';
import { type Db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';
import { caseOf, caseRow, type CaseRow, keyOf, rulesOf, lockedCase } from '@/lib/features/case-file/data/case';
import type { Handled, HandleRefusal } from '@/lib/features/cases/types/handled';

type Situation = {
  readonly tx: Db;
  readonly row: CaseRow;
  readonly key: CaseKey;
  readonly actor: Actor;
  readonly at: Date;
  readonly rules: CaseRules;
};

type Options = { readonly seenVersion?: number; readonly at?: Date };

/**
 * The one way to change a case: lock, rebuild, decide, then write rows, log, mails and jobs in one transaction.
 * @param seenVersion the version the person had before their eyes; another one refuses what is not additive with `changedMeanwhile`.
 * @returns the case's new state and version, or why the command was not lawful. Nothing was changed then.
 */
export const handle = (
  caseId: string,
  command: CaseCommand,
  actor: Actor,
  options: Options = {},
): Promise<Result<Handled, HandleRefusal>> => transaction((tx) => handleIn(tx, caseId, command, actor, options));

/** The same as part of a transaction that records what the command follows from. */
export async function handleIn(
  tx: Db,
  caseId: string,
  command: CaseCommand,
  actor: Actor,
  { seenVersion, at = new Date() }: Options = {},
): Promise<Result<Handled, HandleRefusal>> {
  // A mistake of our own, not something a person can meet: the gates stand before this.
  if (!mayGive(actor, command)) throw new Error(`${command.type} is not for a ${actor.kind}`);
  const row = await lockedCase(tx, caseId);
  if (!row?.key?.wrappedKey) return refuse('notFound');
  const { additive, quiet } = COMMAND_TABLE[command.type];
  if (!additive && seenVersion !== undefined && seenVersion !== row.version) return refuse('changedMeanwhile');
  const rules = rulesOf(row, await calendarsInForce(tx));
  const decision = decide(caseOf(row), command, { rules, actor, at: at.toISOString() });
  if (!decision.ok) return decision;
  return ok(await write({ tx, row, key: keyOf(row), actor, at, rules }, decision.value, quiet));
}

async function write(situation: Situation, events: readonly CaseEvent[], quiet: boolean): Promise<Handled> {
  const { tx, row, actor, at, rules } = situation;
  for (const event of events) await writeEvent(situation, event);
  const before = caseOf(row);
  const needs = { identity: before.rights.some(rules.needsIdentity), copy: before.rights.some(rules.needsCopy) };
  const state = events.reduce((current, event) => stateAfter(event, current, needs) ?? current, before.state);
  await tx.case.update({
    where: { id: row.id },
    data: { state, ...((!quiet || state !== before.state) && { version: { increment: 1 } }) },
  });
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  const { _sum } = await tx.collectionTask.aggregate({ where: { caseId: row.id }, _sum: { records: true } });
  const logged = events.map((event) => auditOf(event, _sum.records ?? 0)).filter((event) => event !== null);
  await appendAudit(tx, actor, scope, logged, at);
  const changed = await wholeRow(tx, row.id);
  for (const event of events) await tellRequester(tx, changed, event, actor, at, rules);
  // A notice of more time that was told in person has its effect now, as one that left by mail.
  for (const event of events)
    if (event.type === 'NoticeTold')
      await handleIn(
        tx,
        row.id,
        { type: 'RecordNoticeSent', noticeId: event.noticeId },
        { kind: 'system', id: 'portal' },
        { at },
      );
  const after = await wholeRow(tx, row.id);
  await project(tx, after, rules, at);
  return { state, version: after.version };
}

async function wholeRow(tx: Db, caseId: string): Promise<CaseRow> {
  const row = await caseRow(caseId, tx);
  if (!row) throw new Error(`Case ${caseId} vanished in its own transaction`);
  return row;
}

/** Why a question was asked late is kept sealed, as a note; the clock only has to know that somebody said why. */
async function signedOff(
  { tx, row, key, actor, at }: Situation,
  lateBecause: string | null,
): Promise<{ lateBecause?: string }> {
  if (!lateBecause) return {};
  const id = newId();
  await addMessage(tx, row.id, key, { id, author: 'note', staffId: actor.id, body: lateBecause, at });
  return { lateBecause: id };
}

/** The rows an event changes besides the state of the case. */
async function writeEvent(situation: Situation, event: CaseEvent): Promise<void> {
  const { tx, row, key, actor, at } = situation;
  const by = { staffId: actor.id, at };
  const set = (data: Parameters<Db['case']['update']>[0]['data']) => tx.case.update({ where: { id: row.id }, data });
  switch (event.type) {
    case 'EmailConfirmed':
      await set({ emailConfirmedAt: at, rejectionById: null });
      return;
    case 'IdentityAccepted':
      await set({
        identityMethod: event.method,
        identityAt: at,
        identityById: actor.kind === 'staff' ? actor.id : null,
        rejectionById: null,
      });
      return;
    case 'RejectionProposed':
      await set({
        rejectionById: actor.id,
        rejectionGrounds: [...event.grounds],
        rejectionConfirmed: [...event.confirmed],
        sealedRejection: sealJson(
          key,
          { facts: event.facts, unaskedBecause: event.unaskedBecause },
          `rejection:${row.id}`,
        ),
      });
      return;
    case 'RejectionReturned':
      await set({ rejectionById: null });
      return;
    case 'IdentityRejected':
      await set({ closedHow: 'unverified', closedAt: at, closedFrom: row.state });
      return;
    case 'IdentifierAdded':
      await addIdentifier(tx, row.id, key, event, by);
      await set({ findable: true });
      return;
    case 'IdentityQuestioned':
      await addMessage(tx, row.id, key, {
        id: event.messageId,
        author: 'desk',
        staffId: actor.id,
        body: event.body,
        at,
      });
      return addClockEvent(
        tx,
        row.id,
        { type: 'identityRequested', at: at.toISOString(), ...(await signedOff(situation, event.lateBecause)) },
        { messageId: event.messageId },
      );
    case 'ClarificationAsked':
      await addMessage(tx, row.id, key, {
        id: event.messageId,
        author: 'desk',
        staffId: actor.id,
        body: event.body,
        at,
      });
      return addClockEvent(
        tx,
        row.id,
        {
          type: 'clarificationRequested',
          at: at.toISOString(),
          largeQuantity: event.largeQuantity,
          ...(await signedOff(situation, event.lateBecause)),
        },
        { messageId: event.messageId },
      );
    case 'QuestionAnswered':
      return addClockEvent(tx, row.id, {
        type: event.cause === 'identity' ? 'identityProvided' : 'clarificationProvided',
        at: event.repliedAt,
      });
    case 'ExtensionDecided':
      await addMessage(tx, row.id, key, {
        id: event.messageId,
        author: 'desk',
        staffId: actor.id,
        body: event.body,
        at,
      });
      return addClockEvent(
        tx,
        row.id,
        {
          type: 'deadlineExtended',
          at: at.toISOString(),
          reasons: event.reasons.join('+'),
          ...(event.promisedOn && { promisedOn: event.promisedOn }),
        },
        { messageId: event.messageId, noticeId: event.noticeId },
      );
    case 'NoticeResent':
      return resendNotice(tx, event.noticeId);
    case 'NoticeTold':
      return markTold(tx, event.noticeId, at);
    case 'ReminderRaised':
      return addReminder(tx, row.id, event, at);
    case 'UseStopped':
      return recordStop(tx, event.rightItemId, at);
    case 'RightCarriedOut':
      return recordCarriedOut(tx, key, event, by);
    case 'CaseAssigned':
      await set({ assigneeId: event.staffId });
      return;
    case 'CollectionStarted':
      return collection.addTasks(tx, row.id, event.tasks);
    case 'SourceAnswered':
      return collection.recordAnswer(tx, row.id, event, at);
    case 'SourceFailed':
      return collection.recordFailure(tx, row.id, event);
    case 'SourceRetried':
      return collection.retryTask(tx, event.taskId);
    case 'CollectionReopened':
      await clearDecisions(tx, row.id, event.undecided);
      await dropBundle(tx, row.id);
      await set({ decidedById: null });
      return collection.reopenTasks(tx, row.id, event.tasks, at);
    case 'ValueRedacted':
      return addRedaction(tx, row.id, key, event, by);
    case 'RedactionUndone':
      return undoRedaction(tx, row.id, event.redactionId, at);
    case 'ValueDisclosed':
      return addShown(tx, row.id, event, by);
    case 'KeepShownUndone':
      return undoShown(tx, row.id, event.keptId, at);
    case 'OutcomeDecided':
      // Why everything is granted although something is hidden is kept sealed, for the second person and for whoever asks later.
      if (event.despiteHidden)
        await addMessage(tx, row.id, key, {
          id: newId(),
          author: 'note',
          staffId: actor.id,
          body: event.despiteHidden,
          at,
        });
      return recordDecision(tx, key, event, by);
    case 'DecisionRevoked':
      await set({ decidedById: null });
      return clearDecisions(tx, row.id, [event.rightItemId]);
    case 'DecisionsCompleted':
      await set({ decidedById: actor.id, returnedFor: null });
      return;
    case 'DecisionApproved':
      await recordApproval(tx, row.id, by);
      return event.bundle ? planBundle(tx, row.id, row.locale, at) : undefined;
    case 'DecisionReturned':
      await dropBundle(tx, row.id);
      await set({ decidedById: null, returnedFor: event.reason });
      return clearDecisions(tx, row.id);
    case 'CaseClosed':
      await set({ closedHow: event.how, closedAt: at, closedFrom: row.state });
      return;
    case 'CaseWithdrawn':
      await set({ closedHow: 'withdrawn', closedAt: at, closedFrom: row.state });
      return event.told
        ? addMessage(tx, row.id, key, { id: newId(), author: 'note', staffId: actor.id, body: event.told.words, at })
        : undefined;
    case 'CaseReopened':
      await set({ closedHow: null, closedAt: null, closedFrom: null, rejectionById: null });
      return collection.resumeTasks(tx, row.id);
    case 'MessageWritten':
      return addMessage(tx, row.id, key, {
        id: event.messageId,
        author: actor.kind === 'requester' ? 'requester' : 'desk',
        staffId: actor.kind === 'staff' ? actor.id : null,
        body: event.body,
        at,
      });
    case 'NoteWritten':
      return addMessage(tx, row.id, key, {
        id: event.messageId,
        author: 'note',
        staffId: actor.id,
        body: event.body,
        at,
      });
    case 'BundleSealed':
      return recordSealed(tx, event, at);
    case 'BundleFailed':
      return recordBundleFailure(tx, event);
    case 'BundleRetried':
      return retryBundle(tx, event.bundleId);
    // These show in the state alone, or follow from what moves the clocks.
    case 'CollectionFinished':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'DeadlineExtended':
    case 'ExtensionVoided':
      return;
    default:
      return event satisfies never;
  }
}
