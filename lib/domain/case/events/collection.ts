import type { CollectionAnswer } from '../types';
import type { Carried, EventTable } from './event-table';

export type CollectionEvent =
  | ({ readonly type: 'CollectionStarted' } & Carried<'StartCollection'>)
  | {
      readonly type: 'SourceAnswered';
      readonly systemId: string;
      readonly attempt: number;
      readonly collections: readonly CollectionAnswer[];
    }
  | ({ readonly type: 'SourceFailed' } & Carried<'RecordSourceFailure'>)
  | { readonly type: 'SourceRetried'; readonly systemId: string; readonly taskId: string }
  | { readonly type: 'CollectionFinished'; readonly systems: number }
  /** `undecided`: ids of the rights whose decision rested on what is asked again. */
  | {
      readonly type: 'CollectionReopened';
      readonly tasks: readonly { readonly id: string; readonly systemId: string }[];
      readonly undecided: readonly string[];
    };

export const COLLECTION_EVENTS: EventTable<CollectionEvent> = {
  CollectionStarted: {
    next: 'collecting',
    log: ({ tasks, dataMapDigest }) => ({
      kind: 'CollectionStarted',
      data: { systems: tasks.map(({ systemId }) => systemId), dataMapDigest },
    }),
  },
  SourceAnswered: {
    next: null,
    log: ({ systemId, collections }) => ({ kind: 'SourceAnswered', data: answerOf(systemId, collections) }),
  },
  SourceFailed: {
    next: null,
    log: ({ systemId, reason, attempt, retryAt }) => ({
      kind: 'SourceFailed',
      data: { system: systemId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  SourceRetried: {
    next: 'collecting',
    log: ({ systemId }) => ({ kind: 'SourceRetried', data: { system: systemId } }),
  },
  CollectionFinished: {
    next: 'reviewing',
    log: ({ systems }, recordsTotal) => ({ kind: 'CollectionFinished', data: { systems, records: recordsTotal } }),
  },
  CollectionReopened: {
    next: 'collecting',
    log: ({ tasks }) => ({ kind: 'CollectionReopened', data: { systems: tasks.map(({ systemId }) => systemId) } }),
  },
};

function answerOf(system: string, answers: readonly CollectionAnswer[]) {
  const collections = answers
    .filter((answer) => answer.result === 'found')
    .map(({ collectionId, records }) => ({ collection: collectionId, records }));
  const result =
    collections.length > 0
      ? 'found'
      : answers.every((answer) => answer.result === 'notApplicable')
        ? 'notApplicable'
        : 'nothing';
  return { system, result, collections } as const;
}
