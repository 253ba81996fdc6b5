'use server';

import { repliedAtOf } from '@/lib/domain/case/ask';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { systemIdsOf, timezoneOf } from '@/lib/features/cases/loaders/page';
import { handle } from '@/lib/features/cases/mutations/handle';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import {
  acceptIdentitySchema,
  addIdentifierSchema,
  askClarificationSchema,
  assignSchema,
  carryOutSchema,
  collectAgainSchema,
  decideSchema,
  ELSEWHERE,
  extendSchema,
  noFieldsSchema,
  proposeRejectionSchema,
  questionIdentitySchema,
  reopenSchema,
  replySchema,
  resendSchema,
  retrySchema,
  returnSchema,
  stopSchema,
  takeBackSchema,
  toldSchema,
  withdrawSchema,
  wordsSchema,
} from '@/lib/features/cases/schema';
import type { Ability } from '@/lib/features/staff/loaders/session';
import { newId } from '@/lib/platform/ids';
import { deskAction, deskStep, fieldsOf, give, type On } from './desk-action';

export const acceptIdentityAction = deskAction(acceptIdentitySchema, 'workCases', (given) => ({
  type: 'AcceptIdentity',
  ...given,
}));

export const addIdentifierAction = deskAction(addIdentifierSchema, 'workCases', (given) => ({
  type: 'AddIdentifier',
  identifierId: newId(),
  ...given,
}));

export const proposeRejectionAction = deskAction(proposeRejectionSchema, 'workCases', (given) => ({
  type: 'ProposeRejection',
  ...given,
}));

export const approveRejectionAction = deskAction(noFieldsSchema, 'approve', () => ({ type: 'ApproveRejection' }));

/** What should be different goes beside what is sent back as a note, since the log takes only codes. */
async function sendBack(on: On, returning: CaseCommand, note: string): ReturnType<typeof give> {
  const returned = await give(on, returning);
  if (typeof returned === 'string' || !returned.ok || note === '') return returned;
  return handle(on.caseId, { type: 'WriteNote', messageId: newId(), body: note }, on.actor);
}

export const returnRejectionAction = deskStep(returnSchema, 'approve', ({ reason, note }, on) =>
  sendBack(on, { type: 'ReturnRejection', reason }, note),
);

export const assignCaseAction = deskAction(assignSchema, 'workCases', (given) => ({ type: 'AssignCase', ...given }));

/** Whoever asks late and wants the clock to stand still signs for why: that takes a second person. */
const abilityToAsk = (given: { readonly lateBecause: string | null } | null): Ability =>
  given === null || given.lateBecause === null ? 'workCases' : 'approve';

export const questionIdentityAction = deskAction(questionIdentitySchema, abilityToAsk, (given) => ({
  type: 'QuestionIdentity',
  messageId: newId(),
  ...given,
}));

export const askClarificationAction = deskAction(askClarificationSchema, abilityToAsk, (given) => ({
  type: 'AskClarification',
  messageId: newId(),
  ...given,
}));

export const recordReplyAction = deskAction(
  replySchema,
  'workCases',
  async ({ cause, way, on: repliedOn, time }, { caseId }) => ({
    type: 'RecordReply',
    cause,
    way,
    repliedAt: repliedAtOf(repliedOn, time, await timezoneOf(caseId), new Date().toISOString()),
  }),
);

export const extendDeadlineAction = deskAction(extendSchema, 'workCases', (given) => ({
  type: 'ExtendDeadline',
  noticeId: newId(),
  messageId: newId(),
  ...given,
}));

export const recordStoppedAction = deskAction(stopSchema, 'workCases', (given) => ({
  type: 'RecordStopped',
  ...given,
}));

/** What was done of something agreed. Where: systems of the data map, and whatever is none of them. */
export const recordCarriedOutAction = deskAction(carryOutSchema, 'workCases', async (given, { caseId }) => {
  const known = [...(await systemIdsOf(caseId)), ELSEWHERE];
  return given.systems.every((id) => known.includes(id)) ? { type: 'RecordCarriedOut', ...given } : 'incomplete';
});

export const resendNoticeAction = deskAction(resendSchema, 'workCases', (given) => ({
  type: 'ResendNotice',
  ...given,
}));

export const recordNoticeToldAction = deskAction(toldSchema, 'workCases', (given) => ({
  type: 'RecordNoticeTold',
  ...given,
}));

export const startCollectionAction = deskStep(noFieldsSchema, 'workCases', (_given, { caseId, actor, seenVersion }) =>
  startCollection(caseId, actor, seenVersion),
);

export const retrySourceAction = deskAction(retrySchema, 'workCases', (given) => ({ type: 'RetrySource', ...given }));

export const retryBundleAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'RetryBundle' }));

export const collectAgainAction = deskAction(collectAgainSchema, 'workCases', (given) => ({
  type: 'CollectAgain',
  ...given,
}));

export const writeAction = deskAction(wordsSchema, 'workCases', ({ body, audience }) => ({
  type: audience === 'desk' ? 'WriteNote' : 'WriteMessage',
  messageId: newId(),
  body,
}));

export const decideRightAction = deskAction(
  decideSchema,
  'workCases',
  (given) => ({ type: 'DecideRight', ...given }),
  (form) => ({
    ...fieldsOf(decideSchema, form),
    // Every outcome has its own grounds on the page; those of an outcome that was not chosen say nothing.
    grounds: form.getAll(`grounds.${String(form.get('outcome'))}`),
  }),
);

export const takeBackDecisionAction = deskAction(takeBackSchema, 'workCases', (given) => ({
  type: 'TakeBackDecision',
  ...given,
}));

export const approveDecisionAction = deskAction(noFieldsSchema, 'approve', () => ({ type: 'ApproveDecision' }));

export const returnDecisionAction = deskStep(returnSchema, 'approve', ({ reason, note }, on) =>
  sendBack(on, { type: 'ReturnDecision', reason }, note),
);

export const closeCaseAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'CloseCase' }));

/** For a requester who takes the request back by telephone or letter; on their own page they do it themselves. */
export const withdrawCaseAction = deskAction(withdrawSchema, 'workCases', (told) => ({
  type: 'WithdrawRequest',
  told,
}));

export const reopenCaseAction = deskAction(reopenSchema, 'workCases', (given) => ({ type: 'ReopenCase', ...given }));
