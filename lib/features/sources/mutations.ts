import { carriedKeys } from '@/lib/connectors/carried-keys';
import { openConnector } from '@/lib/connectors/open';
import { type Connector, SourceError, type SourceFailure } from '@/lib/connectors/port';
import { digestOf } from '@/lib/domain/audit/digest';
import type { Actor } from '@/lib/domain/case/actor';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import type { CollectionPlan } from '@/lib/domain/datamap/plan';
import type { DataMap } from '@/lib/domain/datamap/types';
import type { Result } from '@/lib/domain/result';
import { caseRow, keyOf } from '@/lib/features/cases/data';
import { handle } from '@/lib/features/cases/mutations';
import type { AuthorizedCaseId, Handled, HandleRefusal } from '@/lib/features/cases/types';
import { keepRecords } from '@/lib/features/records/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { planOf } from './data';

const WORKER: Actor = { kind: 'system', id: 'worker' };

// A wrong map or login does not mend itself: these wait for a person, the others are tried again.
const LASTING: readonly SourceFailure[] = ['notConfigured', 'denied', 'writable', 'badMap'];

export const dataMapDigest = (dataMap: DataMap): string => digestOf(dataMap);

/** Fixes the plan and queues one task for each system of the data map. */
export async function startCollection(caseId: AuthorizedCaseId, actor: Actor, seenVersion?: number): Promise<Result<Handled, HandleRefusal>> {
  const row = await caseRow(caseId);
  if (!row) return { ok: false, reason: 'notFound' };
  const { dataMap } = controller(row.controllerId);
  const tasks = dataMap.systems.map(({ id }) => ({ id: newId(), systemId: id }));
  return handle(caseId, { type: 'StartCollection', tasks, dataMapDigest: dataMapDigest(dataMap) }, actor, { seenVersion });
}

/** A source did not answer and is to be asked again later by the queue. Carries no personal data. */
export class AskAgainLater extends Error {}

/**
 * Asks one system for everything about the person and keeps the answer. Idempotent: a task that has answered is left alone, one that
 * was interrupted begins again.
 * @throws AskAgainLater when the source failed in a way that may pass by itself.
 */
export async function collectFromSystem(taskId: string, signal: AbortSignal): Promise<void> {
  const task = await db().collectionTask.findUnique({ where: { id: taskId } });
  const row = task && (await caseRow(task.caseId));
  if (!task || !row?.key?.wrappedKey || row.state !== 'collecting' || task.state === 'answered') return;
  await db().collectionTask.update({ where: { id: taskId }, data: { state: 'running', startedAt: new Date(), records: 0 } });
  const { dataMap } = controller(row.controllerId);
  try {
    const collecting = { caseId: row.id, taskId, key: keyOf(row) };
    const collections = await collectAll(collecting, dataMap, await planOf(row), task.systemId, signal);
    await handle(row.id, { type: 'RecordSourceAnswer', systemId: task.systemId, collections }, WORKER);
  } catch (error) {
    // A fault of our own stops the source in the middle too: unrecorded, it would leave a task that nobody can ask again.
    const reason = error instanceof SourceError ? error.reason : 'interrupted';
    await handle(row.id, { type: 'RecordSourceFailure', systemId: task.systemId, reason, retryAt: null }, WORKER);
    if (!(error instanceof SourceError)) throw error;
    if (!LASTING.includes(error.reason)) throw new AskAgainLater(`${task.systemId}: ${error.reason}`);
  }
}

async function collectAll(
  collecting: { caseId: string; taskId: string; key: ReturnType<typeof keyOf> },
  dataMap: DataMap,
  plan: CollectionPlan,
  systemId: string,
  signal: AbortSignal,
): Promise<CollectionAnswer[]> {
  const connectorOf = connectorsOf(dataMap);
  const own = plan.systems.find((system) => system.systemId === systemId);
  if (!own) throw new Error(`The data map has no system ${systemId}`);
  const carried = await carriedKeys(plan, systemId, connectorOf, { signal });
  const answers: CollectionAnswer[] = own.notApplicable.map(({ collectionId, reason }) => ({ collectionId, result: 'notApplicable', reason, records: 0 }));
  let before = 0;
  for (const step of own.steps) {
    const progress = (records: number) => db().collectionTask.update({ where: { id: collecting.taskId }, data: { records: before + records } }).then(() => undefined);
    const { records } = await keepRecords(collecting, step.collectionId, connectorOf(systemId).collect(step, { signal, carried }), progress);
    before += records;
    answers.push({ collectionId: step.collectionId, result: records > 0 ? 'found' : 'nothing', reason: null, records });
  }
  return answers;
}

/** One connector for each system of a data map. */
export function connectorsOf(dataMap: DataMap): (systemId: string) => Connector {
  const open = new Map(dataMap.systems.map((system) => [system.id, openConnector(system)]));
  return (systemId) => {
    const connector = open.get(systemId);
    if (!connector) throw new Error(`The data map has no system ${systemId}`);
    return connector;
  };
}
