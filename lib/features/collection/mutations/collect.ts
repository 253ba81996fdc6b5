import { carriedKeys } from '@/lib/connectors/carried-keys';
import { isAskedOfPerson, openConnector } from '@/lib/connectors/open';
import {
  type Connector,
  type OpenReader,
  SourceError,
  type SourceFailure,
  type SubjectRequest,
  TaskTaken,
} from '@/lib/connectors/port';
import type { Actor } from '@/lib/domain/case/actor';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { collectionPlan, type CollectionPlan, type CollectionStep } from '@/lib/domain/datamap/plan';
import { type IdentityForm, type KnownBy, searchOf } from '@/lib/domain/datamap/sought';
import { PORTAL } from '@/lib/domain/datamap/portal';
import type { Collection, DataMap } from '@/lib/domain/datamap/types';
import { MarkedTally } from '@/lib/domain/fulfilment/marked';
import { type RequestLaw, underLaw } from '@/lib/domain/fulfilment/under-law';
import { type OwnValues, ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { numbered, recordsOf } from '@/lib/domain/records/lines';
import { caseRow, keyOf, requestLawOf, lockedCase } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { beginTry } from '@/lib/features/case-file/upkeep/collecting';
import { subjectRequest } from '@/lib/features/call-backs/data';
import { awaitAnswer } from '@/lib/features/call-backs/mutations/await-answer';
import { handle, handleIn } from '@/lib/features/cases/mutations/handle';
import { portalConnector } from '@/lib/features/collection/data/portal';
import { keptBy } from '@/lib/features/collection/data/records';
import { controller } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { askOwner } from './ask-owner';
import { clearOwnTry, clearTriesBefore, type CollectingTry, keepingDocuments, keepRecords, Overtaken } from './keep';

const WORKER: Actor = { kind: 'system', id: 'worker' };

// A wrong map or login does not mend itself: these wait for a person, the others are tried again.
const LASTING: readonly SourceFailure[] = ['notConfigured', 'denied', 'writable', 'badMap'];

/** A source did not answer and is to be asked again later by the queue. Carries no personal data. */
export class AskAgainLater extends Error {}

/** The system answered, and what was kept of it is not what it answered. Carries no personal data. */
class KeptDiffers extends Error {}

/**
 * Asks one system for everything about the person and keeps the answer, as a try with a number of its own: a try that is begun after this
 * one takes its place, and this one ends with the next thing it writes. A task that has answered is left alone.
 * @param retryAt when the queue tries again; null when this was its last try, so that a failure needs somebody.
 * @throws AskAgainLater when the source failed in a way that may pass by itself.
 */
export async function collectFromSystem(
  taskId: string,
  signal: AbortSignal,
  retryAt: Date | null = null,
): Promise<void> {
  const task = await db().collectionTask.findUnique({ where: { id: taskId } });
  const row = task && (await caseRow(task.caseId));
  if (!task || !row?.key?.wrappedKey) return;
  const { systemId } = task;
  const attempt = await transaction(async (tx) => {
    await lockedCase(tx, row.id);
    return beginTry(tx, taskId, new Date());
  });
  if (attempt === null) return;
  const own: CollectingTry = { caseId: row.id, taskId, attempt, key: keyOf(row) };
  try {
    await clearTriesBefore(own, attempt);
    const { dataMap, held } = controller(row.controllerId);
    const known = await knownBy(row);
    const system = dataMap.systems.find(({ id }) => id === systemId);
    const law = requestLawOf(row);
    const regimes = law.rights.map(({ regime }) => regime);
    const connectorOf =
      systemId === PORTAL
        ? () => portalConnector(row, known.identities.email ?? [])
        : connectorsOf(dataMap, subjectRequest(row, taskId, regimes));
    const collections =
      system && isAskedOfPerson(system)
        ? await askOwner(own, dataMap, system, known)
        : await collectAll(own, { held, connectorOf }, law, known, systemId, signal).catch((cause: unknown) => {
            if (system?.owner && cause instanceof SourceError && cause.reason === 'byPerson')
              return askOwner(own, dataMap, system, known);
            throw cause;
          });
    if (collections === 'asked') return;
    await answer(own, systemId, collections);
    await clearTriesBefore(own, attempt);
  } catch (error) {
    if (error instanceof Overtaken) return clearOwnTry(own);
    if (error instanceof TaskTaken) {
      await awaitAnswer(
        row.id,
        { job: 'collect', subjectId: taskId },
        error,
        controller(row.controllerId).dataMap,
        (unanswered) => ({ type: 'RecordSourceFailure', systemId, attempt, ...unanswered }),
      );
      return;
    }
    // A fault of our own stops the source in the middle too: unrecorded, it would leave a task that nobody can ask again.
    const reason = error instanceof SourceError ? error.reason : 'interrupted';
    const lasting = error instanceof SourceError && LASTING.includes(error.reason);
    const failed = await handle(
      row.id,
      {
        type: 'RecordSourceFailure',
        systemId,
        attempt,
        reason,
        retryAt: lasting ? null : (retryAt?.toISOString() ?? null),
      },
      WORKER,
    );
    // Somebody else is at it by now: to be asked again would only take their place.
    if (!failed.ok) return clearOwnTry(own);
    if (!(error instanceof SourceError)) throw error;
    if (!lasting) throw new AskAgainLater(`${systemId}: ${error.reason}`);
  }
}

/** Counts what is kept and says that the system has answered, in one transaction. @throws Overtaken, KeptDiffers */
async function answer(
  { caseId, taskId, attempt }: CollectingTry,
  systemId: string,
  collections: readonly CollectionAnswer[],
): Promise<void> {
  const answered = await transaction(async (tx) => {
    await lockedCase(tx, caseId);
    return handleIn(
      tx,
      caseId,
      { type: 'RecordSourceAnswer', systemId, attempt, collections, kept: await keptBy(tx, taskId, attempt) },
      WORKER,
    );
  });
  if (answered.ok) return;
  if (answered.reason === 'countsDiffer') throw new KeptDiffers(answered.detail);
  throw new Overtaken(answered.reason);
}

/**
 * Tells the desk of systems that nobody asks any more: their job is used up, or gone with a worker. One that is being asked, or will be
 * again by itself, is left alone.
 */
export async function nameAbandonedTasks(): Promise<void> {
  const abandoned = await db().$queryRaw<{ caseId: string; systemId: string; attempts: number }[]>`
    select t."caseId", t."systemId", t."attempts" from "CollectionTask" t join "Case" c on c."id" = t."caseId"
    where t."state" in ('waiting', 'running') and c."state" = 'collecting'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'collect:' || t."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { caseId, systemId, attempts } of abandoned) {
    await handle(
      caseId,
      { type: 'RecordSourceFailure', systemId, attempt: attempts, reason: 'interrupted', retryAt: null },
      WORKER,
    );
  }
}

async function collectAll(
  own: CollectingTry,
  { held, connectorOf }: { readonly held: DataMap; readonly connectorOf: (systemId: string) => Connector },
  law: RequestLaw,
  known: KnownBy,
  systemId: string,
  signal: AbortSignal,
): Promise<CollectionAnswer[]> {
  const plan = collectionPlan(held, known.identities);
  const system = plan.systems.find((one) => one.systemId === systemId);
  if (!system) throw new Error(`The data map has no system ${systemId}`);
  const carried = await carriedKeys(plan, systemId, connectorOf, { signal });
  const sought = searchOf(held, known, plan);
  const answers: CollectionAnswer[] = system.notApplicable.map(({ collectionId, reason }) => ({
    collectionId,
    result: 'notApplicable',
    reason,
    records: 0,
    sought: sought(collectionId, []),
  }));
  const forms = await formsOf(connectorOf(systemId).reading(signal), system.steps);
  const collections = underLaw(held.systems.find(({ id }) => id === systemId)?.collections ?? [], law);
  const ours = await ownValuesFor(collections, held, plan, connectorOf, signal);
  const keepDocument = keepingDocuments(own);
  for (const step of system.steps) {
    const tally = new MarkedTally(collections.find(({ id }) => id === step.collectionId) ?? { fields: [] }, ours);
    const records = await keepRecords(
      own,
      step.collectionId,
      counting(connectorOf(systemId).collect(step, { signal, carried, keepDocument }), tally),
    );
    answers.push({
      collectionId: step.collectionId,
      result: records > 0 ? 'found' : 'nothing',
      reason: null,
      records,
      marked: tally.marked,
      sought: sought(step.collectionId, forms.get(step.collectionId) ?? []),
    });
  }
  return answers;
}

/** In which forms the system compares what each of these steps is found by; over one connection. @throws SourceError */
async function formsOf(
  reader: OpenReader,
  steps: readonly CollectionStep[],
): Promise<ReadonlyMap<string, readonly IdentityForm[]>> {
  try {
    const forms = new Map<string, readonly IdentityForm[]>();
    for (const step of steps.filter(({ where }) => where.some(({ kind }) => kind === 'identity')))
      forms.set(step.collectionId, await reader.forms(step));
    return forms;
  } finally {
    await reader.close();
  }
}

/**
 * The requester's own values with which the rules of these collections compare, read where they stand: the system that holds them may not
 * have answered yet.
 * @throws SourceError when it does not answer: nobody could say then what is another person's
 */
async function ownValuesFor(
  collections: readonly Collection[],
  dataMap: DataMap,
  plan: CollectionPlan,
  connectorOf: (systemId: string) => Connector,
  signal: AbortSignal,
): Promise<OwnValues> {
  const steps = new Map(plan.systems.flatMap((system) => system.steps).map((step) => [step.collectionId, step]));
  const asked = new Set(
    collections.flatMap(({ fields }) => fields.flatMap(({ otherPerson }) => otherPerson?.unless ?? [])),
  );
  const holding = collectionsOf(dataMap).filter(({ id, fields }) =>
    fields.some(({ name }) => asked.has(`${id}.${name}`)),
  );
  return ownValuesOf([...new Set([...collections, ...holding])], async function* (collectionId) {
    const step = steps.get(collectionId);
    if (!step) return;
    const carried = await carriedKeys(plan, step.systemId, connectorOf, { signal });
    yield* numbered(connectorOf(step.systemId).collect(step, { signal, carried }));
  });
}

/** Passes whole lines on as they come, and counts what in them the data map marks as another person's. */
async function* counting(lines: AsyncIterable<Buffer>, tally: MarkedTally): AsyncGenerator<Buffer> {
  for await (const bytes of lines) {
    if (tally.counts) for (const { record } of recordsOf({ bytes, first: 0 })) tally.add(record);
    yield bytes;
  }
}

/** One connector for each system of a data map. @param request for whom they are asked */
export function connectorsOf(dataMap: DataMap, request: SubjectRequest | null = null): (systemId: string) => Connector {
  const open = new Map(dataMap.systems.map((system) => [system.id, openConnector(system, process.env, request)]));
  return (systemId) => {
    const connector = open.get(systemId);
    if (!connector) throw new Error(`The data map has no system ${systemId}`);
    return connector;
  };
}
