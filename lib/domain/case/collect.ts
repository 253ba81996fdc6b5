import { ok, refuse } from '../result';
import type { CaseCommand } from './commands';
import type { Decision } from './decide';
import type { CaseEvent } from './events';
import type { CaseRules } from './rules';
import type { Case, CollectionAnswer, CollectionTask, KeptRecords } from './types';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const openTask = (current: Case, systemId: string): CollectionTask | undefined =>
  current.state === 'collecting'
    ? current.tasks.find((task) => task.systemId === systemId && task.state !== 'answered')
    : undefined;

/**
 * The first collection whose kept records are not what was answered for it; null where all adds up. Each collection is answered once, what
 * was found is kept from the first record to the last without a gap, and nothing is kept that was not found.
 */
export function unaccounted(answers: readonly CollectionAnswer[], kept: readonly KeptRecords[]): string | null {
  const byId = new Map(answers.map((answer) => [answer.collectionId, answer]));
  if (byId.size !== answers.length)
    return answers.find((answer) => byId.get(answer.collectionId) !== answer)?.collectionId ?? null;
  const own = new Map(kept.map((one) => [one.collectionId, one]));
  const stray = kept.find(({ collectionId }) => !byId.has(collectionId));
  if (stray) return stray.collectionId;
  const wrong = answers.find(({ collectionId, result, records }) => {
    const { records: sum, whole } = own.get(collectionId) ?? { records: 0, whole: true };
    return sum !== records || !whole || (result === 'found') !== records > 0;
  });
  return wrong?.collectionId ?? null;
}

/** A system has answered once all that it answered is kept; whatever another try than the newest says is no answer. */
export function recordAnswer(
  current: Case,
  { systemId, attempt, collections, kept }: Of<'RecordSourceAnswer'>,
): Decision {
  const task = openTask(current, systemId);
  // A worker that was killed after its answer was kept asks again: there is nothing more to record.
  if (!task) return refuse(current.tasks.some((one) => one.systemId === systemId) ? 'alreadyDone' : 'unknownSystem');
  if (task.attempts !== attempt) return refuse('overtaken');
  const wrong = unaccounted(collections, kept);
  if (wrong !== null) return refuse('countsDiffer', wrong);
  const answered: CaseEvent = { type: 'SourceAnswered', systemId, attempt, collections };
  const last = current.tasks.every((other) => other.state === 'answered' || other.id === task.id);
  return ok(last ? [answered, { type: 'CollectionFinished', systems: current.tasks.length }] : [answered]);
}

export function recordFailure(current: Case, command: Of<'RecordSourceFailure'>): Decision {
  const task = openTask(current, command.systemId);
  if (!task) return refuse('unknownSystem');
  return task.attempts === command.attempt ? ok([{ ...command, type: 'SourceFailed' }]) : refuse('overtaken');
}

export function retrySource(current: Case, systemId: string): Decision {
  const task = openTask(current, systemId);
  if (!task) return refuse('unknownSystem');
  return task.state === 'failed' ? ok([{ type: 'SourceRetried', systemId, taskId: task.id }]) : refuse('sourceBusy');
}

/**
 * Asks systems again whose answers were already there: what is hidden of them and the decision on the copy rest on records that may be
 * others then, so both are made anew. While the copy is being made it would change under its maker's hands.
 */
export function collectAgain(current: Case, systemIds: readonly string[], rules: CaseRules): Decision {
  const stuck = current.state === 'preparing' && current.bundle?.state === 'failed';
  if (current.state !== 'reviewing' && !stuck) return refuse('wrongState');
  const asked = current.tasks.filter((task) => systemIds.includes(task.systemId));
  if (asked.length === 0) return refuse('noSystems');
  if (asked.length !== new Set(systemIds).size) return refuse('unknownSystem');
  const undecided = current.rights.filter((item) => rules.needsCopy(item)).map(({ id }) => id);
  return ok([{ type: 'CollectionReopened', tasks: asked.map(({ id, systemId }) => ({ id, systemId })), undecided }]);
}
