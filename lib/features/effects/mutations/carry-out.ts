import { carriedKeys } from '@/lib/connectors/carried-keys';
import type { Changed, CollectionChange } from '@/lib/connectors/change-port';
import { openChanger, openConnector } from '@/lib/connectors/open';
import { SourceError, type SourceFailure, TaskTaken } from '@/lib/connectors/port';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { takenBy, type WrittenStep } from '@/lib/domain/law/right-effects';
import { erasureSearch } from '@/lib/domain/erasure/systems';
import { caseRow, type CaseRow, keyOf, lockedCase } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { correctionSchema } from '@/lib/features/case-file/schema/effects';
import { effectColumns, rightColumns } from '@/lib/features/case-file/schema/rows';
import { beginEffectTry, enqueueEffect } from '@/lib/features/case-file/upkeep/effects';
import { marksFor } from '@/lib/features/cases/data/effect-plan';
import { awaitAnswer } from '@/lib/features/call-backs/mutations/await-answer';
import { handle } from '@/lib/features/cases/mutations/handle';
import { controller } from '@/lib/platform/controllers/registry';
import { transmit } from './transmit';
import { db, transaction } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { openJson, openText } from '@/lib/platform/vault/case-key';

const WORKER: Actor = { kind: 'system', id: 'worker' };

// A wrong map or login does not mend itself: these wait for a person, the others are tried again.
const LASTING: readonly SourceFailure[] = ['notConfigured', 'denied', 'writable', 'badMap', 'fileGone'];

/** A system did not take it and is to be asked again later by the queue. Carries no personal data. */
export class AskAgainLater extends Error {}

/**
 * Carries a right out in one system, as a try with a number of its own: writes what the map says, reads it back, and records what was read. What a
 * system has confirmed is left alone.
 * @param retryAt when the queue tries again; null when this was its last try, so that a failure needs somebody
 * @throws AskAgainLater when the system failed in a way that may pass by itself
 */
export async function carryOutInSystem(
  effectId: string,
  signal: AbortSignal,
  retryAt: Date | null = null,
): Promise<void> {
  const effect = await db().effect.findUnique({ where: { id: effectId }, select: { caseId: true } });
  const row = effect && (await caseRow(effect.caseId));
  if (!row?.key?.wrappedKey) return;
  const attempt = await transaction(async (tx) => {
    await lockedCase(tx, row.id);
    return beginEffectTry(tx, effectId);
  });
  if (attempt === null) return;
  try {
    await handle(row.id, { ...(await doneIn(row, effectId, signal)), effectId, attempt }, WORKER);
  } catch (error) {
    if (error instanceof TaskTaken) {
      await awaitAnswer(
        row.id,
        { job: 'carryOut', subjectId: effectId },
        error,
        controller(row.controllerId).dataMap,
        (unanswered) => ({ type: 'RecordEffectFailure', effectId, attempt, ...unanswered }),
      );
      return;
    }
    const reason = error instanceof SourceError ? error.reason : 'interrupted';
    const lasting = error instanceof SourceError && LASTING.includes(error.reason);
    const failed = await handle(
      row.id,
      {
        type: 'RecordEffectFailure',
        effectId,
        attempt,
        reason,
        retryAt: lasting ? null : (retryAt?.toISOString() ?? null),
      },
      WORKER,
    );
    // Somebody else is at it by now.
    if (!failed.ok) return;
    if (!(error instanceof SourceError)) throw error;
    if (!lasting) throw new AskAgainLater(error.reason);
  }
}

type Done =
  | Pick<Extract<CaseCommand, { type: 'RecordEffect' }>, 'type' | 'collections'>
  | Pick<Extract<CaseCommand, { type: 'RecordTransmission' }>, 'type' | 'receipt'>;

/** Does what the effect is, and says what came of it. @throws SourceError */
async function doneIn(row: CaseRow, effectId: string, signal: AbortSignal): Promise<Done> {
  const found = row.effects.find(({ id }) => id === effectId);
  if (!found) throw new Error(`Effect ${effectId} vanished`);
  const effect = { ...found, ...parseRow(effectColumns, found) };
  const { step } = effect;
  return step === 'transmit'
    ? { type: 'RecordTransmission', receipt: await transmit(row, effect, signal) }
    : { type: 'RecordEffect', collections: await write(row, { ...effect, step }, signal) };
}

type Written = CaseRow['effects'][number] & { readonly step: WrittenStep };

/** Writes into one system what the right asks for there, and says what it holds then. @throws SourceError */
async function write(
  row: CaseRow,
  { id: effectId, systemId, step, sealedCorrection, sealedStatement, rightItemId }: Written,
  signal: AbortSignal,
): Promise<readonly Changed[]> {
  const right = rightColumns.shape.right.parse(row.rights.find(({ id }) => id === rightItemId)?.right);
  const { dataMap } = controller(row.controllerId);
  const correction =
    sealedCorrection && correctionSchema.parse(openJson(keyOf(row), sealedCorrection, `correction:${effectId}`));
  const statement = sealedStatement && openText(keyOf(row), sealedStatement, `statement:${effectId}`);
  const system = dataMap.systems.find(({ id }) => id === systemId);
  const changer = system && openChanger(system, takenBy(step));
  if (!changer) throw new SourceError('notConfigured', 'it has no login for changing any more');
  const search = erasureSearch(dataMap, (await knownBy(row)).identities);
  const steps = search.systems.find((one) => one.systemId === systemId)?.steps ?? [];
  // A statement takes an empty place only: an earlier one is not written over.
  const was = correction?.wrong ?? (step === 'supplement' ? '' : null);
  const marks = marksFor(right, step, { correction, statement }, dataMap);
  const changes = marks.flatMap(({ collectionId, fields }): CollectionChange[] => {
    const own = steps.find((one) => one.collectionId === collectionId);
    return own ? [{ step: own, fields, was }] : [];
  });
  const readers = new Map(dataMap.systems.map((one) => [one.id, openConnector(one).reading(signal)]));
  try {
    const carried = await carriedKeys(search, systemId, (id) => readers.get(id)!, { signal });
    return await changer.change(changes, { signal, carried });
  } finally {
    for (const reader of readers.values()) await reader.close();
  }
}

/** Takes up what nobody carries out any more: its job is used up, or gone with a worker. */
export async function requeueStuckEffects(): Promise<void> {
  const waiting = await db().$queryRaw<{ id: string }[]>`
    select e."id" from "Effect" e join "Case" c on c."id" = e."caseId"
    where e."state" in ('waiting', 'running') and not e."byPerson" and (c."closedAt" is null or e."step" = 'lift')
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'effect:' || e."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of waiting) await enqueueEffect(db(), id);
}
