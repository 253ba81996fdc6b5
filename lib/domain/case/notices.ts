/** Mails that the portal sends to a requester. None says what the data are: a mailbox may be read by others. */
export const NOTICE_KINDS = [
  'confirmEmail',
  'acknowledgement',
  'mandateAsked',
  'mandateReminder',
  'mandateStopped',
  'question',
  'extension',
  'accessLink',
  'deliveryCode',
  'contactFrom',
  'contactTo',
  'contactChanged',
  'answerReady',
  'carriedOut',
  'erasurePlanned',
  'erasureCancelled',
  'erased',
  'liftingPlanned',
  'liftingCancelled',
  'restrictionLifted',
  'newMessage',
  'identityRejected',
  'withdrawn',
  'reopened',
  'closed',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How far a mail is, to whomever it goes. */
export const MAIL_STATES = ['queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed'] as const;

export type MailState = (typeof MAIL_STATES)[number];

export const NOTICE_STATES = [...MAIL_STATES, 'told'] as const;

/** `handedOver`: the server has it and has not answered yet. `uncertain`: it never did, so the mail may have arrived. `told`: given by letter, telephone or in person after the mail had failed or may not have arrived. */
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A notice as far as it decides what is next: one that never left has told nobody anything. */
export type CaseNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  /** Ids of the rights of which it says what was answered or done; left out where it says that of none. */
  readonly rights?: readonly string[];
};

const GIVEN: readonly NoticeState[] = ['sent', 'told'];

export const isGiven = ({ state }: CaseNotice): boolean => GIVEN.includes(state);

/** By which the requester is told that, and what, we answered and did: none may be on its way when a case is closed. */
const ANSWERING: readonly NoticeKind[] = ['answerReady', 'carriedOut', 'erased'];

/** Whether the person was told what came of a right, as the outbox or the desk recorded it. */
export const isTold = (rightItemId: string, notices: readonly CaseNotice[]): boolean =>
  notices.some((notice) => isAnswering(notice) && isGiven(notice) && (notice.rights?.includes(rightItemId) ?? false));

export const isAnswering = ({ kind }: CaseNotice): boolean => ANSWERING.includes(kind);

/** To the person whose data it is, where somebody acts for them: nothing is owed by it, since another proof can do. */
export const TO_SUBJECT: readonly NoticeKind[] = ['mandateAsked', 'mandateReminder'];

// Asked for by the requester at that moment: one that did not arrive is asked for again.
const FLEETING: readonly NoticeKind[] = ['accessLink', 'deliveryCode', 'contactFrom', 'contactTo'];

/** Given up, or nobody knows whether it arrived, and still owed: it has told nobody anything, and a person must find another way. */
export const needsMending = ({ kind, state }: CaseNotice): boolean =>
  (state === 'failed' || state === 'uncertain') && !FLEETING.includes(kind) && !TO_SUBJECT.includes(kind);

/** Either confirms receipt, says how the request is handled and verified, and names the day of the answer: 11 CCR 7021(a). */
const ACKNOWLEDGING: readonly NoticeKind[] = ['confirmEmail', 'acknowledgement'];

export const isAcknowledged = (notices: readonly CaseNotice[]): boolean =>
  notices.some((notice) => ACKNOWLEDGING.includes(notice.kind) && isGiven(notice));

/** A notice of more time that was decided and has not left yet: until it does, nothing is longer. */
export const pendingExtension = (notices: readonly CaseNotice[]): CaseNotice | undefined =>
  notices.find((notice) => notice.kind === 'extension' && !isGiven(notice));
