import { type ErasureJournal, eraseOnce } from '@/lib/connectors/erase-once';
import type { Erased } from '@/lib/connectors/erase-port';
import { openEraser } from '@/lib/connectors/open';
import { SourceError, type SourceFailure, TaskTaken } from '@/lib/connectors/port';
import type { Actor } from '@/lib/domain/case/actor';
import { erasureOf } from '@/lib/domain/case/erasing';
import { localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { certificateOf } from '@/lib/domain/erasure/certificate';
import { countsOf } from '@/lib/domain/erasure/plan';
import { isHolding } from '@/lib/domain/erasure/holds';
import { erasureFrom, knownFrom } from '@/lib/domain/erasure/staying';
import type { ErasureChangeKind, MadePlan, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import { wholeOf } from '@/lib/domain/erasure/whole';
import { caseOf, caseRow, type CaseRow, keyOf, lockedCase } from '@/lib/features/case-file/data/case';
import { erasedFacts, erasureFile, keysBefore } from '@/lib/features/case-file/data/erasure';
import { enqueueErasing, enqueueErasurePlan, keepCertificate } from '@/lib/features/case-file/upkeep/erasing';
import { subjectRequest } from '@/lib/features/call-backs/data';
import { awaitAnswer } from '@/lib/features/call-backs/mutations/await-answer';
import { handle, handleIn } from '@/lib/features/cases/mutations/handle';
import { stillFound } from '@/lib/features/erasure/data';
import { controller } from '@/lib/platform/controllers/registry';
import { collectionHolds } from '@/lib/features/case-file/data/holds';
import { newId } from '@/lib/platform/ids';
import { db, transaction } from '@/lib/platform/db/client';
import { exclusively } from '@/lib/platform/db/exclusive';
import { certificateZip } from './certificate';
import { describeChanges } from './describe-changes';
import { journalOf } from './journal';

const WORKER: Actor = { kind: 'system', id: 'worker' };

// These do not mend themselves: somebody changes the login, the table or the map, or sees to it, and plans anew.
const LASTING: readonly SourceFailure[] = ['notConfigured', 'denied', 'badMap', 'byPerson'];

/** A system is not what was agreed to. */
type Stop = {
  readonly systemId: string;
  readonly kinds: readonly ErasureChangeKind[];
  readonly detail: readonly string[];
};

type Running = {
  readonly erasureId: string;
  readonly row: CaseRow;
  readonly made: MadePlan;
  readonly retryAt: Date | null;
  readonly signal: AbortSignal;
};

/**
 * Carries out an erasure as far as it may go now: nothing while it waits for its time or for the copy; then system by system, each in one
 * transaction, and searches every one of them again. Tried again after whatever stopped it, it goes on where it was.
 * @param retryAt when the queue tries again
 * @throws SourceError where a system does not answer; what was erased before stays erased, and known
 */
export async function erase(erasureId: string, signal: AbortSignal, retryAt: Date | null = null): Promise<void> {
  const found = await db().erasure.findUnique({ where: { id: erasureId }, select: { caseId: true } });
  if (!found) return;
  await exclusively(`erasure:${found.caseId}`, signal, async (alone) => {
    // Refused while it has to wait, and where it was begun before.
    await handle(found.caseId, { type: 'BeginErasure', erasureId }, WORKER);
    // Refused unless it was given up: then there is a job again only because its system has called back.
    await handle(found.caseId, { type: 'RetryErasure', erasureId }, WORKER);
    const row = await caseRow(found.caseId);
    const work = row && erasureOf(caseOf(row));
    if (!row?.key?.wrappedKey || work?.id !== erasureId || work.state !== 'running') return;
    const { made } = await erasureFile(erasureId, keyOf(row));
    if (!made) throw new Error(`The erasure ${erasureId} runs without a plan`);
    await carryOut({ erasureId, row, made, retryAt, signal: alone });
  });
}

async function carryOut(running: Running): Promise<void> {
  const { row, made, erasureId, signal } = running;
  const { dataMap } = controller(row.controllerId);
  const knownNow = async () => knownFrom(dataMap, await keysBefore(row.id, keyOf(row)));
  const known = await knownNow();
  const done = new Map<string, SystemFacts>();
  let waits = false;
  for (const erasure of made.erasures) {
    const approved = made.facts.get(erasure.systemId);
    if (!approved) continue;
    const erased = await eraseSystem(running, erasureFrom(known, erasure), approved);
    if (erased === null) return;
    // What led from one system to another was read with the plan: none has to wait until another has done a task.
    if (erased === WAITS) waits = true;
    else done.set(erasure.systemId, erased);
  }
  if (waits) return;
  // With the keys by which what stays is found, which were read as the rest went.
  const after = await knownNow();
  for (const planned of made.erasures.filter(({ systemId }) => done.has(systemId))) {
    const erasure = erasureFrom(after, planned);
    const { systemId } = erasure;
    const left = await answering(running, systemId, () => stillFound(dataMap, [erasure], done, signal));
    if (left === null || left === WAITS) return;
    if (left.length > 0) return stop(running, { systemId, kinds: ['stillThere'], detail: left });
  }
  await prove(erasureId, row, made, done);
}

const HELD = Symbol('held');

/** A system has taken a task, and is waited for. */
const WAITS = Symbol('waits');

/** What a hold covers of a system since the plan was made: the system itself where the case as a whole is held, or collections of it. */
async function heldSince({ row, made }: Running, { systemId, steps }: SystemErasure): Promise<string[]> {
  const at = new Date();
  const collections = steps.map(({ step }) => step.collectionId);
  const now = await caseRow(row.id);
  const today = localDateOf(at.toISOString(), controller(row.controllerId).definition.timezone);
  if (now?.holds.some(({ untilOn }) => isHolding({ until: untilOn && toLocalDate(untilOn) }, today))) return [systemId];
  const since = (await collectionHolds(row.controllerId, at)).filter(
    ({ id }) => !made.holds?.some((known) => known.id === id),
  );
  return collections.filter((id) => since.some(({ collectionIds }) => collectionIds.includes(id)));
}

/** @returns what was counted as it was erased, or that it is waited for; null where it was stopped instead, which is on record then */
async function eraseSystem(
  running: Running,
  erasure: SystemErasure,
  approved: SystemFacts,
): Promise<SystemFacts | typeof WAITS | null> {
  const { row, erasureId, signal } = running;
  const { systemId } = erasure;
  const eraser = openEraser(
    controller(row.controllerId).dataMap.systems.find(({ id }) => id === systemId)!,
    process.env,
    subjectRequest(row, erasureId, running.made.plan.regimes),
  );
  if (!eraser) {
    await stop(running, { systemId, kinds: ['noLogin'], detail: [] });
    return null;
  }
  const journal = journalOf({ erasureId, caseId: row.id, key: keyOf(row) }, systemId);
  // What an earlier try may have done already is looked up first: a hold does not bring it back.
  let held = (await journal.read()) === null ? await heldSince(running, erasure) : [];
  const whileFree: ErasureJournal = {
    ...journal,
    async write(entry, staying) {
      // A long erasure may be overtaken by a hold: what has not been committed does not go.
      if (entry.state === 'committing') held = await heldSince(running, erasure);
      if (held.length > 0) throw new SourceError('interrupted', 'a legal hold was placed meanwhile');
      await journal.write(entry, staying);
    },
  };
  const erased =
    held.length > 0
      ? HELD
      : await answering<Erased | typeof HELD>(running, systemId, () =>
          eraseOnce(eraser, erasure, approved, whileFree, async () => undefined, signal).catch((cause: unknown) => {
            if (held.length === 0) throw cause;
            return HELD;
          }),
        );
  if (erased === HELD) {
    await stop(running, { systemId, kinds: ['held'], detail: held });
    return null;
  }
  if (erased === null || erased === WAITS) return erased;
  if (erased.kind === 'erased') return erased.facts;
  await stop(running, { systemId, ...describeChanges(erased) });
  return null;
}

/** What a system answers; one that does not is on record, and tried again unless only a person can mend it. @throws SourceError */
async function answering<T>(
  running: Running,
  systemId: string,
  ask: () => Promise<T>,
): Promise<T | typeof WAITS | null> {
  const { row, erasureId, retryAt } = running;
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error instanceof TaskTaken) {
      const { dataMap } = controller(row.controllerId);
      const waits = await awaitAnswer(row.id, { job: 'erase', subjectId: erasureId }, error, dataMap, (unanswered) => ({
        type: 'RecordErasureFailure',
        erasureId,
        systemId,
        ...unanswered,
      }));
      return waits ? WAITS : null;
    }
    if (LASTING.includes(error.reason)) {
      await stop(running, { systemId, kinds: ['obstacle'], detail: [error.message] });
      return null;
    }
    await handle(
      row.id,
      {
        type: 'RecordErasureFailure',
        erasureId,
        systemId,
        reason: error.reason,
        retryAt: retryAt?.toISOString() ?? null,
      },
      WORKER,
    );
    throw error;
  }
}

async function stop({ row, erasureId }: Running, what: Stop): Promise<void> {
  await handle(row.id, { type: 'RecordErasureStopped', erasureId, ...what }, WORKER);
}

/** Says in the case that every system was searched again, with what the person is handed about it. */
async function prove(
  erasureId: string,
  row: CaseRow,
  made: MadePlan,
  done: ReadonlyMap<string, SystemFacts>,
): Promise<void> {
  const key = keyOf(row);
  const before = (await erasedFacts(row.id, key)).filter(([, , id]) => id !== erasureId);
  const whole = new Map(
    [...done].map(([systemId, facts]) => [
      systemId,
      wholeOf(
        before.filter(([id]) => id === systemId).map(([, earlier]) => earlier),
        facts,
      ),
    ]),
  );
  const work = erasureOf(caseOf(row));
  const at = new Date();
  const certificate = certificateOf(
    made.plan,
    whole,
    {
      reference: row.reference,
      controller: row.controllerId,
      plan: work?.digest ?? '',
      searchedAgainAt: at.toISOString(),
    },
    localDateOf(at.toISOString(), controller(row.controllerId).definition.timezone),
  );
  const systems = [...whole].map(([system, { collections }]) => ({ system, ...countsOf(collections) }));
  const zip = await certificateZip(row, certificate);
  await transaction(async (tx) => {
    await lockedCase(tx, row.id);
    const proved = await handleIn(tx, row.id, { type: 'RecordErasureProved', erasureId, systems }, WORKER, { at });
    if (proved.ok) await keepCertificate(tx, erasureId, key, { certificate, zip });
  });
}

/** Goes on with what a hold had kept of an erasure, once none of those under which it was planned holds any more. */
export async function continueHeldErasures(at: Date = new Date()): Promise<void> {
  const kept = await db().erasure.findMany({
    where: { state: 'proved', holdIds: { isEmpty: false }, case: { closedAt: null } },
    select: {
      id: true,
      holdIds: true,
      case: {
        select: {
          id: true,
          controllerId: true,
          erasures: { orderBy: { askedAt: 'desc' }, take: 1, select: { id: true } },
        },
      },
    },
  });
  for (const { holdIds, case: about } of kept.filter((one) => one.case.erasures[0]?.id === one.id)) {
    const holding = await collectionHolds(about.controllerId, at);
    if (holding.some(({ id }) => holdIds.includes(id))) continue;
    await handle(about.id, { type: 'ContinueErasure', erasureId: newId() }, WORKER, { at });
  }
}

/** Takes up what has no job any more: its time came, the copy was fetched or has expired, or a worker went with it. What is `unanswered` waits for a person. */
export async function requeueStuckErasures(): Promise<void> {
  const waiting = await db().$queryRaw<{ id: string; state: string }[]>`
    select e."id", e."state" from "Erasure" e join "Case" c on c."id" = e."caseId"
    where e."state" in ('planning', 'approved', 'running') and c."state" <> 'closed'
      and not exists (select 1 from graphile_worker.jobs j where j.key in ('erase:' || e."id", 'planErasure:' || e."id") and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id, state } of waiting)
    await (state === 'planning' ? enqueueErasurePlan(db(), id) : enqueueErasing(db(), id));
}
