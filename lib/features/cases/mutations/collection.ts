import type { CollectionEvent } from '@/lib/domain/case/commands/collection';
import { dropBundle } from '@/lib/features/case-file/rows/bundles';
import { clearDecisions } from '@/lib/features/case-file/rows/rights';
import { addInquiry } from '@/lib/features/case-file/rows/inquiries';
import { addTasks, recordAnswer, recordFailure, reopenTasks, retryTask } from '@/lib/features/case-file/rows/tasks';
import type { ConsequenceRows } from './consequences';

export const COLLECTION_CONSEQUENCES: ConsequenceRows<CollectionEvent> = {
  CollectionStarted: { rows: ({ tasks }, { tx, row }) => addTasks(tx, row.id, tasks), mail: null },
  SourceAnswered: { rows: (event, { tx, row, at }) => recordAnswer(tx, row.id, event, at), mail: null },
  InquiryOpened: { rows: (event, { tx, row, at }) => addInquiry(tx, row.id, event, at), mail: null },
  SourceFailed: { rows: (event, { tx, row }) => recordFailure(tx, row.id, event), mail: null },
  SourceRetried: { rows: ({ taskId }, { tx }) => retryTask(tx, taskId), mail: null },
  CollectionFinished: { rows: null, mail: null },
  CollectionReopened: {
    rows: async ({ tasks, undecided }, { tx, row, at }) => {
      await clearDecisions(tx, undecided);
      await dropBundle(tx, row.id);
      await reopenTasks(tx, row.id, tasks, at);
    },
    mail: null,
  },
};
