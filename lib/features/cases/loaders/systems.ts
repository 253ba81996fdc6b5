import 'server-only';
import type { CollectionAnswer, CollectionTask } from '@/lib/domain/case/types';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import type { DataMap, DataSystem } from '@/lib/domain/datamap/types';
import { resultColumns, taskColumns } from '@/lib/features/case-file/schema/rows';
import { sourceRows } from '@/lib/features/cases/data/story';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

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
  /** Documents that its records name, the first of them; `documentCount` says how many there are. */
  readonly documents: readonly {
    readonly id: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly href: string;
  }[];
  readonly documentCount: number;
  /** The newest question to its owner; null where nobody was asked. */
  readonly inquiry: InquiryOfSystem | null;
};

export type InquiryOfSystem = {
  readonly owner: string;
  readonly answerOn: LocalDate;
  /** What the owner wrote for the desk alone. */
  readonly note: string | null;
};

/** The systems of a case in the order of the data map; empty before the collection starts. */
export async function loadSystems(caseId: string, dataMap: DataMap): Promise<SystemView[]> {
  const [tasks, results, inquiries] = await sourceRows(caseId);
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
        documents: task.documents.map((document) => ({
          ...document,
          href: `/desk/cases/${caseId}/documents/${document.id}`,
        })),
        documentCount: task._count.documents,
        inquiry: inquiryOf(
          inquiries.find(({ systemId }) => systemId === system.id),
          system,
        ),
      },
    ];
  });
}

type InquiryRow = Awaited<ReturnType<typeof sourceRows>>[2][number];

function inquiryOf(row: InquiryRow | undefined, { owner, id }: DataSystem): InquiryOfSystem | null {
  if (!row) return null;
  const { sealedNote, case: own } = row;
  return {
    owner: owner?.name ?? id,
    answerOn: localDateOf(row.answerBy.toISOString(), 'UTC'),
    note:
      sealedNote && own.key?.wrappedKey
        ? String(openJson(unwrapCaseKey(own.key.wrappedKey), sealedNote, `inquiry:${row.id}`))
        : null,
  };
}
