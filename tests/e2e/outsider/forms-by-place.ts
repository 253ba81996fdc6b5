import { randomUUID } from 'node:crypto';
import { dayIn } from '@/tests/support/days';
import { expect } from '@playwright/test';
import { type RestrictedPlace, restrictedPlaces } from './restricted-places';
import { aCase, type Colleague, commands, firstSystem, query } from '../pages-desk/desk-world';

/** Where each action of the desk has its form: the page, and the words on its button (for the search, on its field). */
export type Place =
  | 'queue'
  | 'verifying'
  | 'forUnknown'
  | 'asked'
  | 'optOut'
  | 'effectFailed'
  | 'mailFailed'
  | 'verified'
  | 'failedSource'
  | 'failedBundle'
  | 'reviewing'
  | 'approval'
  | 'ready'
  | 'agreed'
  | 'unplanned'
  | 'planned'
  | 'unanswered'
  | 'rejection'
  | 'closed'
  | 'stopped'
  | 'decided'
  | RestrictedPlace;

export const FORMS: Readonly<Record<string, { readonly on: Place; readonly words: RegExp }>> = {
  searchAction: { on: 'queue', words: /^$/ },
  assignManyAction: { on: 'queue', words: /Assign/ },
  signOutAction: { on: 'queue', words: /Sign out/ },
  acceptIdentityAction: { on: 'verifying', words: /Confirm identity/ },
  addIdentifierAction: { on: 'forUnknown', words: /Take down/ },
  questionIdentityAction: { on: 'verifying', words: /Ask for this/ },
  askClarificationAction: { on: 'verifying', words: /Ask which data/ },
  extendDeadlineAction: { on: 'verifying', words: /Take more time and send the notice/ },
  recordReplyAction: { on: 'asked', words: /Record the answer/ },
  recordStoppedAction: { on: 'optOut', words: /Stopped by hand/ },
  startEffectsAction: { on: 'optOut', words: /Stop it in the systems now/ },
  restrictMeanwhileAction: { on: 'objected', words: /Add a restriction/ },
  nameRestrictionGroundAction: { on: 'restricted', words: /^Record$/ },
  announceLiftingAction: { on: 'restricted', words: /Tell the person/ },
  cancelLiftingAction: { on: 'liftAnnounced', words: /The restriction stays/ },
  recordLiftedAction: { on: 'lifting', words: /^Lifted in/ },
  retryEffectAction: { on: 'effectFailed', words: /Ask .* again/ },
  recordCarriedOutAction: { on: 'agreed', words: /Done: tell the requester/ },
  settleRecipientAction: { on: 'agreed', words: /^Record$/ },
  planErasureAction: { on: 'unplanned', words: /Make the plan/ },
  retryErasureAction: { on: 'unanswered', words: /Ask the system again/ },
  approveErasureAction: { on: 'planned', words: /I agree to exactly this plan/ },
  resendNoticeAction: { on: 'mailFailed', words: /Try again/ },
  recordNoticeToldAction: { on: 'mailFailed', words: /They have been told/ },
  proposeRejectionAction: { on: 'verifying', words: /Propose: identity not shown/ },
  approveRejectionAction: { on: 'rejection', words: /Agree: identity not shown/ },
  returnRejectionAction: { on: 'rejection', words: /Send back/ },
  reopenCaseAction: { on: 'closed', words: /Open again/ },
  assignCaseAction: { on: 'verifying', words: /Assign to me/ },
  withdrawCaseAction: { on: 'verifying', words: /Withdraw the request/ },
  writeAction: { on: 'verifying', words: /Send/ },
  startCollectionAction: { on: 'verified', words: /Start collection/ },
  retrySourceAction: { on: 'failedSource', words: /Ask .* again/ },
  retryBundleAction: { on: 'failedBundle', words: /Make the copy again/ },
  collectAgainAction: { on: 'failedBundle', words: /Collect again/ },
  decideRightAction: { on: 'reviewing', words: /Decide/ },
  takeBackDecisionAction: { on: 'decided', words: /^Take back/ },
  approveDecisionAction: { on: 'approval', words: /Approve and answer/ },
  returnDecisionAction: { on: 'approval', words: /Send back/ },
  closeCaseAction: { on: 'ready', words: /Close the case/ },
  closeStoppedAction: { on: 'stopped', words: /Close the case/ },
};

export type CasesByPlace = Record<Exclude<Place, 'queue'>, string>;

/** Pages of a case of their own; the other forms stand on the case itself. */
const PAGE_OF: Partial<Record<Place, string>> = {
  approval: '/approval',
  reviewing: '/decide',
  decided: '/decide',
  objected: '/decide',
};

/** The address of a place. */
export const pathIn =
  (places: CasesByPlace) =>
  (place: Place): string =>
    place === 'queue' ? '/desk' : `/desk/cases/${places[place]}${PAGE_OF[place] ?? ''}`;

/** @returns the id of a notice that has left, so that nothing about it changes by itself any more */
async function isSent(caseId: string, kind: string): Promise<string> {
  const sent = () =>
    query<{ id: string }>('select "id" from "Notice" where "caseId" = $1 and "kind" = $2 and "state" = \'sent\'', [
      caseId,
      kind,
    ]);
  await expect.poll(async () => (await sent()).length).toBe(1);
  return (await sent())[0]?.id ?? '';
}

/** One case in each state that has forms of its own. */
export async function casesByPlace(decider: Colleague, approver: Colleague): Promise<CasesByPlace> {
  const simple = { rights: ['GDPR:objection_marketing'] };
  const erasure = { rights: ['GDPR:erasure'] };
  const correction = { rights: ['GDPR:rectification'] };
  const ids: string[] = [];
  // One after the other: as many at once would each want a connection of their own.
  for (const given of [
    {},
    {},
    simple,
    {},
    {},
    {},
    simple,
    simple,
    simple,
    correction,
    {},
    {},
    {},
    {},
    erasure,
    erasure,
    erasure,
    erasure,
    simple,
    {},
  ])
    ids.push((await aCase(given)).caseId);
  const [
    verifying,
    asked,
    optOut,
    mailFailed,
    verified,
    failedSource,
    reviewing,
    approval,
    ready,
    agreed,
    forUnknown,
    rejection,
    closed,
    failedBundle,
    decided,
    unplanned,
    planned,
    unanswered,
    effectFailed,
    stopped,
  ] = ids as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const accept = { type: 'AcceptIdentity', method: 'confirmedEmail' };
  await commands(asked, decider.staffId, {
    type: 'QuestionIdentity',
    doubt: 'detailsDiffer',
    means: ['callBack'],
    messageId: randomUUID(),
    body: 'When may we call?',
    lateBecause: null,
  });
  for (const caseId of [
    verified,
    failedSource,
    reviewing,
    approval,
    ready,
    agreed,
    decided,
    unplanned,
    planned,
    unanswered,
  ])
    await commands(caseId, decider.staffId, accept);
  const [stopping] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [effectFailed]);
  await commands(effectFailed, decider.staffId, {
    type: 'StartEffects',
    rightItemId: stopping?.id,
    tasks: [{ id: randomUUID(), systemId: await firstSystem(), byPerson: false }],
    facts: '',
    confirmed: [],
    correction: null,
  });
  // Once the worker has been at it, so that nothing of it comes later: as if the system had refused.
  const underWay = () =>
    query(`select "id" from "Effect" where "caseId" = $1 and "state" in ('waiting', 'running')`, [effectFailed]);
  await expect.poll(underWay).toEqual([]);
  await query(`update "Effect" set "state" = 'failed', "failure" = 'denied' where "caseId" = $1`, [effectFailed]);
  await query('update "RightItem" set "stoppedAt" = null where "caseId" = $1', [effectFailed]);
  const granted = [agreed, unplanned, planned, unanswered];
  for (const caseId of [approval, ready, ...granted]) {
    const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]);
    const decide = {
      type: 'DecideRight',
      rightItemId: item?.id,
      outcome: 'granted',
      grounds: [],
      facts: '',
      despiteHidden: 'All of theirs is in it.',
    };
    await commands(
      caseId,
      decider.staffId,
      ...(granted.includes(caseId) ? [] : [{ type: 'RecordStopped', rightItemId: item?.id }]),
      decide,
    );
  }
  const [own] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [decided]);
  await commands(decided, approver.staffId, {
    type: 'DecideRight',
    rightItemId: own?.id,
    outcome: 'granted',
    grounds: [],
    facts: '',
    despiteHidden: null,
  });
  for (const caseId of [ready, ...granted]) await commands(caseId, approver.staffId, { type: 'ApproveDecision' });
  await commands(rejection, decider.staffId, {
    type: 'ProposeRejection',
    grounds: ['GDPR-12-6'],
    facts: 'Two people share the address.',
    unaskedBecause: 'They will not answer.',
    confirmed: ['dataAffected'],
  });
  await commands(closed, decider.staffId, {
    type: 'WithdrawRequest',
    told: { way: 'phone', on: dayIn('Europe/Luxembourg'), words: 'No longer needed.' },
  });
  await isSent(ready, 'answerReady');
  await query('update "Notice" set "state" = \'failed\', "sentAt" = null where "id" = $1', [
    await isSent(mailFailed, 'acknowledgement'),
  ]);
  for (const [caseId, state, step] of [
    [planned, 'planned', 'approveErasure'],
    [unanswered, 'unanswered', 'mendErasure'],
  ] as const) {
    await query(
      'insert into "Erasure" ("id", "caseId", "state", "askedAt", "askedById", "planDigest", "systems", "left") values (gen_random_uuid(), $1, $2, now(), $3, $4, \'{}\', \'{}\')',
      [caseId, state, decider.staffId, 'ab'.repeat(32)],
    );
    await query('update "Case" set "nextStep" = $2 where "id" = $1', [caseId, step]);
  }
  await query(
    'insert into "RecipientNotice" ("id", "caseId", "step", "recipientId", "collections", "tokenHash", "createdAt") values (gen_random_uuid(), $1, \'rectified\', \'tax\', \'{}\', decode(md5(gen_random_uuid()::text), \'hex\'), now())',
    [agreed],
  );
  await query(
    'insert into "Mandate" ("id", "caseId", "tokenHash", "askedAt", "answerBy", "answer", "answeredAt") values (gen_random_uuid(), $1, decode(md5(gen_random_uuid()::text), \'hex\'), now(), now(), \'stopped\', now())',
    [stopped],
  );
  // Written straight into the rows: a worker would ask the system again before the page is open.
  await query(
    'insert into "CollectionTask" ("id", "caseId", "systemId", "state", "failure") values (gen_random_uuid(), $1, $2, \'failed\', \'unreachable\')',
    [failedSource, await firstSystem()],
  );
  await query('update "Case" set "state" = \'collecting\', "nextStep" = \'retrySource\' where "id" = $1', [
    failedSource,
  ]);
  await query(
    'insert into "CollectionTask" ("id", "caseId", "systemId", "state") values (gen_random_uuid(), $1, $2, \'answered\')',
    [failedBundle, await firstSystem()],
  );
  await query(
    'insert into "Bundle" ("id", "caseId", "locale", "state", "failure") values (gen_random_uuid(), $1, \'en\', \'failed\', \'recordsMissing\')',
    [failedBundle],
  );
  await query(
    `update "Case" set "state" = 'preparing', "nextStep" = 'mendBundle', "identityMethod" = 'evidence', "identityAt" = now() where "id" = $1`,
    [failedBundle],
  );
  await query(
    `update "RightItem" set "outcome" = 'granted', "decidedAt" = now(), "decidedById" = $2, "approvedAt" = now(), "approvedById" = $3 where "caseId" = $1`,
    [failedBundle, decider.staffId, approver.staffId],
  );
  await query('update "Case" set "forWhom" = \'child\', "findable" = false where "id" = $1', [forUnknown]);
  return {
    verifying,
    failedBundle,
    forUnknown,
    asked,
    effectFailed,
    optOut,
    mailFailed,
    verified,
    failedSource,
    reviewing,
    approval,
    ready,
    agreed,
    unplanned,
    planned,
    unanswered,
    rejection,
    closed,
    stopped,
    decided,
    ...(await restrictedPlaces(decider, approver)),
  };
}
