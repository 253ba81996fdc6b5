import 'server-only';
import type { CollectionAnswer, CollectionTask } from '@/lib/domain/case/types';
import type { DataMap } from '@/lib/domain/datamap/types';
import { resultColumns, taskColumns } from '@/lib/features/case-file/schema/rows';
import { sourceRows } from '@/lib/features/cases/data/story';

export type CollectionView = {
  readonly id: string;
  readonly title: string;
  readonly result: CollectionAnswer['result'];
  readonly reason: string | null;
  readonly records: number;
};

/** One system with what it has answered so far. `records` counts those already kept, also while it is still answering. */
export type SystemView = {
  readonly id: string;
  readonly name: string;
  readonly state: CollectionTask['state'];
  readonly attempts: number;
  readonly failure: string | null;
  /** When it is asked again by itself after a failure. */
  readonly retryAt: Date | null;
  readonly records: number;
  readonly collections: readonly CollectionView[];
};

/** The systems of a case in the order of the data map; empty before the collection starts. */
export async function loadSystems(caseId: string, dataMap: DataMap): Promise<SystemView[]> {
  const [tasks, results] = await sourceRows(caseId);
  const taskOf = new Map(tasks.map((task) => [task.systemId, task]));
  const resultOf = new Map(results.map((result) => [result.collectionId, result]));
  return dataMap.systems.flatMap((system) => {
    const task = taskOf.get(system.id);
    if (!task) return [];
    const collections = system.collections.flatMap(({ id, title }) => {
      const answer = resultOf.get(id);
      return answer
        ? [
            {
              id,
              title: title.en,
              result: resultColumns.shape.result.parse(answer.result),
              reason: answer.reason,
              records: answer.records,
            },
          ]
        : [];
    });
    const { state, attempts, failure, retryAt, records } = task;
    return [
      {
        id: system.id,
        name: system.name.en,
        state: taskColumns.shape.state.parse(state),
        attempts,
        failure,
        retryAt,
        records,
        collections,
      },
    ];
  });
}
