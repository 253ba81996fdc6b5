import { type Actor, mayGive } from '@/lib/domain/case/actor';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { auditOf, type CaseEvent } from '@/lib/domain/case/events';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, type CaseRow, keyOf, lockedCase, rulesOf } from '@/lib/features/case-file/data/case';
import { countVersion } from '@/lib/features/case-file/rows/case';
import { project } from '@/lib/features/case-file/upkeep/projection';
import type { Handled, HandleRefusal } from '@/lib/features/cases/types/handled';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { type Db, transaction } from '@/lib/platform/db/client';
import { tellRequester, writeRows } from './after-event';
import type { Situation } from './consequences';
import { owedQuestion } from './mandate';
import { owedRecipients } from './owed-recipients';
import { owedTransmission } from './transmission';

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
  for (const event of events) await writeRows(event, situation);
  const changed = await wholeRow(tx, row.id);
  const { state } = caseOf(changed);
  if (!quiet || state !== caseOf(row).state) await countVersion(tx, row.id);
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  const { _sum } = await tx.collectionTask.aggregate({ where: { caseId: row.id }, _sum: { records: true } });
  const logged = events.map((event) => auditOf(event, _sum.records ?? 0)).filter((event) => event !== null);
  await appendAudit(tx, actor, scope, logged, at);
  for (const event of events) await tellRequester(event, { ...situation, row: changed });
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
  for (const event of events) {
    const now = { ...situation, row: changed };
    const owed =
      (await owedRecipients(event, now)) ?? (await owedQuestion(event, now)) ?? (await owedTransmission(event, now));
    if (owed) await handleIn(tx, row.id, owed, { kind: 'system', id: 'portal' }, { at });
  }
  const after = await wholeRow(tx, row.id);
  await project(tx, after, rules, at);
  return { state, version: after.version };
}

async function wholeRow(tx: Db, caseId: string): Promise<CaseRow> {
  const row = await caseRow(caseId, tx);
  if (!row) throw new Error(`Case ${caseId} vanished in its own transaction`);
  return row;
}
