import type { PauseCause } from '../../law/types';
import type { OtherWay } from '../types';
import type { Carried, EventTable } from './event-table';

export type QuestionEvent =
  | ({ readonly type: 'IdentityQuestioned' } & Carried<'QuestionIdentity'>)
  | ({ readonly type: 'ClarificationAsked' } & Carried<'AskClarification'>)
  /** `shownOtherwise`: what was asked became known without the answer. */
  | {
      readonly type: 'QuestionAnswered';
      readonly cause: PauseCause;
      readonly way: 'portal' | 'shownOtherwise' | OtherWay;
      readonly repliedAt: string;
    };

export const QUESTION_EVENTS: EventTable<QuestionEvent> = {
  IdentityQuestioned: {
    next: null,
    log: ({ doubt, means, messageId }) => ({
      kind: 'IdentityQuestioned',
      data: { doubt, asked: [...means], messageId },
    }),
  },
  ClarificationAsked: {
    next: null,
    log: ({ largeQuantity, messageId }) => ({ kind: 'ClarificationAsked', data: { largeQuantity, messageId } }),
  },
  QuestionAnswered: {
    next: null,
    log: ({ cause, way, repliedAt }) => ({ kind: 'QuestionAnswered', data: { question: cause, way, repliedAt } }),
  },
};
