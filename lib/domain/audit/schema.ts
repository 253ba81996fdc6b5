import { z } from 'zod';
import { DONE_EVENT_DATA } from './done/schema';
import {
  channel,
  code,
  codes,
  count,
  day,
  digest,
  found,
  id,
  instant,
  locale,
  nothing,
  outcome,
  scope,
} from './shapes/schema';

/** What each kind of event may say. A kind that is not here cannot be logged. */
export const AUDIT_EVENT_DATA = {
  // A request reached us; the digest is of the submitted answers, keyed by the case.
  RequestReceived: z.strictObject({
    rights: codes,
    regimes: codes,
    locale,
    channel,
    submissionDigest: digest.optional(),
  }),
  // The requester showed that the e-mail address is theirs.
  EmailConfirmed: z.strictObject({ method: z.enum(['code', 'link']) }),
  // A code or link for the e-mail address did not work.
  EmailConfirmationFailed: z.strictObject({ reason: z.enum(['wrong', 'expired', 'used', 'tooMany']) }),
  // The requester asked for a new code or link.
  EmailConfirmationRenewed: nothing,
  // We doubted the identity and said why (Art. 12(6) allows asking only then).
  IdentityQuestioned: z.strictObject({ doubt: code, asked: codes, messageId: id }),
  // The desk learnt something that the person whose data it is can be found by; what it is, is sealed.
  IdentifierAdded: z.strictObject({ identifierId: id, identifier: code }),
  // The desk or a rule was satisfied that the requester is the data subject, or acts for them.
  IdentityAccepted: z.strictObject({ method: code, assurance: z.enum(['low', 'substantial', 'high']) }),
  // We asked which data are meant (recital 63 allows it to move a clock where a large quantity is processed).
  ClarificationAsked: z.strictObject({ largeQuantity: z.boolean(), messageId: id }),
  // What we asked the requester was answered, or became known otherwise.
  QuestionAnswered: z.strictObject({ question: code, way: code, repliedAt: instant }),
  // The person whose data it is was asked at their own address whether the requester acts for them.
  SubjectAsked: z.strictObject({ mandateId: id }),
  // They were reminded of it.
  SubjectReminded: nothing,
  // They had not answered when our wait for them was over.
  SubjectUnanswered: nothing,
  // Whoever holds the link that was mailed to them read who asks, and for what.
  MandateRead: nothing,
  // They said over that link that the requester acts for them.
  MandateConfirmed: z.strictObject({ evidence: code }),
  // They said that they did not ask for this: nothing more is collected or handed over.
  MandateStopped: nothing,
  // The identity was not shown.
  IdentityRejected: z.strictObject({ reason: code, grounds: codes.optional() }),
  // One person found that identity was not shown, on these grounds; whether the requester had been asked and had their time.
  RejectionProposed: z.strictObject({ grounds: codes, asked: z.boolean(), confirmed: codes.optional() }),
  // A second person sent that back.
  RejectionReturned: z.strictObject({ reason: code }),

  // A member of staff signed in.
  StaffSignedIn: z.strictObject({ method: code }),
  // A sign-in did not succeed; no id when the name is unknown to us.
  SignInFailed: z.strictObject({ reason: z.enum(['credentials', 'totp', 'replayed', 'disabled', 'tooMany']) }),
  // A member of staff signed out.
  StaffSignedOut: nothing,
  // Someone may sign in from now on.
  StaffAdded: z.strictObject({ staffId: id, role: code }),
  // Someone's role is another one now.
  StaffRoleChanged: z.strictObject({ staffId: id, role: code }),
  // Someone may no longer sign in.
  StaffDisabled: z.strictObject({ staffId: id }),
  // Someone may sign in again.
  StaffEnabled: z.strictObject({ staffId: id }),
  // Someone got a new password, to be changed at the next sign-in.
  StaffPasswordReplaced: z.strictObject({ staffId: id }),
  // Someone chose a password of their own.
  StaffPasswordChanged: nothing,
  // Someone got a new secret for their code.
  StaffTotpReplaced: z.strictObject({ staffId: id }),
  // Someone was signed out everywhere, or everywhere else.
  StaffSessionsEnded: z.strictObject({ staffId: id, sessions: count }),
  // What failed tries had slowed down for someone goes on as usual.
  StaffUnlocked: z.strictObject({ staffId: id }),
  // So many more refusals of a kind happened between two times than were logged one by one.
  RefusalsCounted: z.strictObject({ of: code, more: count, from: instant, until: instant }),
  // Someone tried what their role does not allow.
  AccessRefused: z.strictObject({ action: code }),

  // A day was added to a calendar's days off, or a holiday declared a working day; so many open cases have another last day for it.
  HolidayOverridden: z.strictObject({ calendar: code, on: day, change: z.enum(['add', 'remove']), cases: count }),
  // That was taken back.
  HolidayOverrideWithdrawn: z.strictObject({
    calendar: code,
    on: day,
    change: z.enum(['add', 'remove']),
    cases: count,
  }),

  // The queue was shown: by which filters, how many cases.
  QueueRead: z.strictObject({ filters: codes, cases: count }),
  // Someone searched for a person or a case; what was typed stays out.
  SearchMade: z.strictObject({ by: z.enum(['reference', 'email', 'phone', 'account', 'name']), found: count }),
  // A case was opened.
  CaseRead: z.strictObject({ view: code }),
  // Collected records were shown.
  RecordsRead: z.strictObject({ collection: code, fromNo: count, records: count }),
  // A document that the owner of a system handed in was opened.
  DocumentRead: z.strictObject({ documentId: id, collection: code }),
  RecordsSearched: z.strictObject({ collection: code, found: count }),
  // A message was opened for the first time by the other side.
  MessageRead: z.strictObject({ messageId: id }),
  // The requester is written to at another address: both mailboxes agreed.
  ContactChanged: nothing,
  // The requester opened their page.
  StatusRead: nothing,
  // A report about several cases was made or opened.
  ReportRead: z.strictObject({ report: code }),

  // A case was given to someone, or to nobody.
  CaseAssigned: z.strictObject({ staffId: id.nullable() }),
  // A message of the conversation was written.
  MessageWritten: z.strictObject({ messageId: id, attachments: count, about: code.optional() }),
  // A note for the desk alone was written.
  NoteWritten: z.strictObject({ noteId: id }),
  // More time was decided; nothing is longer before its notice has left.
  ExtensionDecided: z.strictObject({ reasons: codes, messageId: id, noticeId: id }),
  // A notice of more time that counts for nothing: it went out late, or without what the law asks of it.
  ExtensionVoided: z.strictObject({ regime: code, clock: code, reason: code }),
  // The last day was moved, as the law allows.
  DeadlineExtended: z.strictObject({ regime: code, clock: code, reason: code, dueOn: day }),
  // A clock stood still from this day on.
  ClockPaused: z.strictObject({ regime: code, clock: code, reason: code, on: day }),
  // A clock went on from this day on.
  ClockResumed: z.strictObject({ regime: code, clock: code, on: day }),
  // A last day has come near, and the desk was told.
  DeadlineNeared: z.strictObject({ regime: code, clock: code, mark: code, dueOn: day }),
  // The last day of a case is another one by a change of the holidays that count for it.
  DeadlineRecounted: z.strictObject({ was: day, dueOn: day }),
  ...DONE_EVENT_DATA,
  // A last day went by without what was due.
  DeadlinePassed: z.strictObject({ regime: code, clock: code, dueOn: day }),

  // The plan of systems to search was fixed and its tasks were queued; the digest is of the data map used.
  CollectionStarted: z.strictObject({ systems: codes, dataMapDigest: digest.optional() }),
  // One system gave its whole answer.
  SourceAnswered: z.strictObject({
    system: code,
    result: z.enum(['found', 'nothing', 'notApplicable']),
    reason: code.optional(),
    collections: z.array(found).max(500),
    // Answered by whoever held the link of this inquiry.
    inquiryId: id.optional(),
  }),
  // Nothing reads the system: its owner is asked to look, by a link of their own.
  InquiryOpened: z.strictObject({ system: code, attempt: count, inquiryId: id, answerBy: instant }),
  // A mail to the owner left: the first, or a reminder.
  InquiryMailed: z.strictObject({ system: code, inquiryId: id, mail: code }),
  // A mail to the owner was given up.
  InquiryMailFailed: z.strictObject({ system: code, inquiryId: id, mail: code, reason: code }),
  // Whoever held the link was shown who is asked about.
  InquiryRead: z.strictObject({ system: code, inquiryId: id }),
  // A link that works no more, or an answer that could not be taken, was refused.
  InquiryRefused: z.strictObject({ system: code, inquiryId: id, reason: code }),
  // One system did not answer.
  SourceFailed: z.strictObject({ system: code, reason: code, attempt: count, retryAt: instant.optional() }),
  // The desk asked one system again.
  SourceRetried: z.strictObject({ system: code }),
  // Each system has answered.
  CollectionFinished: z.strictObject({ systems: count, records: count }),
  // Systems that had answered are asked again; what was hidden of their answers and decided on the copy is made anew.
  CollectionReopened: z.strictObject({ systems: codes }),

  // Something was hidden from the copy.
  ValueRedacted: z.strictObject({
    redactionId: id,
    scope,
    collection: code,
    recordNo: count.optional(),
    field: code.optional(),
    ground: code,
  }),
  // Something hidden is shown again.
  RedactionUndone: z.strictObject({ redactionId: id, collection: code }),
  // The desk settled one right.
  // `confirmed`: what the answer must contain and the desk found in its own words.
  OutcomeDecided: z.strictObject({
    right: code,
    outcome,
    grounds: codes,
    confirmed: codes.optional(),
    despiteHidden: z.boolean().optional(),
  }),
  // Whoever decided took it back before a second person agreed.
  DecisionRevoked: z.strictObject({ right: code }),
  // A value that the data map leaves to a person was left shown; without a number every other value of its field.
  ValueDisclosed: z.strictObject({ keptId: id, collection: code, recordNo: count.optional(), field: code }),
  // That was taken back.
  KeepShownUndone: z.strictObject({ keptId: id, collection: code }),
  // A second person agreed.
  DecisionApproved: z.strictObject({ rights: codes }),
  // A second person sent it back.
  DecisionReturned: z.strictObject({ rights: codes, reason: code }),

  // The bundle was made and its manifest signed.
  BundleSealed: z.strictObject({
    bundleId: id,
    manifestSha256: digest,
    keyId: id,
    files: count,
    records: count,
    sizeBytes: count,
  }),
  // The bundle could not be made.
  BundleFailed: z.strictObject({ bundleId: id, reason: code, attempt: count, retryAt: instant.optional() }),
  // The desk had a bundle made again that could not be made.
  BundleRetried: z.strictObject({ bundleId: id }),
  // The bundle's file was destroyed.
  BundleDestroyed: z.strictObject({ bundleId: id, reason: code }),
  // A bundle was made without a case, for someone who tries a controller's configuration.
  PreviewMade: z.strictObject({ identities: codes, manifestSha256: digest, records: count }),

  // A mail or letter with legal effect waits to be sent.
  NoticeQueued: z.strictObject({
    noticeId: id,
    notice: code,
    locale,
    tells: z.array(z.strictObject({ rule: code, purposes: codes })).optional(),
    // The letter that it belongs to: its wording, and a digest of its text, keyed by the case.
    letter: z.strictObject({ template: code, digest }).optional(),
  }),
  // The mail server took it.
  MailSent: z.strictObject({ noticeId: id, attempt: count }),
  // The mail server did not take it; it will be tried again.
  MailDelayed: z.strictObject({ noticeId: id, attempt: count, reason: code, retryAt: instant }),
  // A mail that was given up is tried again.
  NoticeResent: z.strictObject({ noticeId: id }),
  // What a mail was to say was told another way.
  NoticeTold: z.strictObject({ noticeId: id, way: code }),
  // The mail server had it and never said whether it took it: a person must decide.
  MailLeftUnanswered: z.strictObject({ noticeId: id, attempt: count }),
  // It was given up: a person must act.
  MailFailed: z.strictObject({ noticeId: id, attempt: count, reason: code }),
  // A mail server further on sent it back for good, with this status (RFC 3463).
  MailCameBack: z.strictObject({ noticeId: id, status: code }),

  // A mail to the controller was taken in, which seems to ask for this; nothing is decided by it.
  IncomingMailTaken: z.strictObject({ mailId: id, recognised: codes }),
  // It was opened.
  IncomingMailRead: z.strictObject({ mailId: id }),
  // Somebody said what becomes of it, and what it said was destroyed.
  IncomingMailSettled: z.strictObject({ mailId: id, how: code, reason: code.optional() }),

  // The requester proved afresh who they are before the download.
  DeliveryVerified: z.strictObject({ deliveryId: id, method: code }),
  // A try to open the delivery did not succeed.
  DeliveryRefused: z.strictObject({ deliveryId: id.optional(), reason: code }),
  // The bundle, or a part of it, left us.
  BundleDownloaded: z.strictObject({
    deliveryId: id,
    bundleId: id,
    part: code.optional(),
    complete: z.boolean(),
    sentBytes: count,
  }),

  // The requester was shown records of their copy on their page.
  CopyRead: z.strictObject({ bundleId: id, collection: code, fromNo: count, records: count }),
  // The certificate of an erasure left us.
  CertificateDownloaded: z.strictObject({ erasureId: id }),
  // A statement left us.
  StatementDownloaded: z.strictObject({ statementId: id }),

  // The requester took the request back; where they told the desk, how and on which day.
  CaseWithdrawn: z.strictObject({ way: code.optional(), on: day.optional() }),
  // Each right is settled and nothing is owed any more.
  CaseClosed: z.strictObject({ reason: code }),
  // A closed case was opened again.
  CaseReopened: z.strictObject({ reason: code }),

  // The log was shown.
  LogRead: z.strictObject({ filters: codes, events: count }),
  // The log, or a part of it, was exported.
  LogExported: z.strictObject({ filters: codes, events: count, treeSize: count }),
  // Counsel confirmed a rule of the law as it was worded then; their name stays in our own records.
  RuleConfirmed: z.strictObject({ confirmationId: id, rule: code, fingerprint: digest }),
  // That word was taken back.
  RuleConfirmationWithdrawn: z.strictObject({ confirmationId: id, rule: code, fingerprint: digest }),
} as const;

export type AuditKind = keyof typeof AUDIT_EVENT_DATA;

export const AUDIT_KINDS = Object.keys(AUDIT_EVENT_DATA) as AuditKind[];

/** A kind with what it says: what `decide` and every use-case hand to the log. */
export type AuditEventData = {
  [K in AuditKind]: { readonly kind: K; readonly data: Readonly<z.infer<(typeof AUDIT_EVENT_DATA)[K]>> };
}[AuditKind];

/** Who did it. A requester is named by the case's own id for them, a part of ourselves by its name ("worker", "clock"). */
const actor = z.strictObject({ kind: z.enum(['requester', 'staff', 'system']), id });

export type AuditActor = Readonly<z.infer<typeof actor>>;

/** What stands around every event; `at` is an instant in UTC, `reference` the public number of the case. */
const envelope = {
  v: z.literal(1),
  id,
  at: instant,
  actor,
  controllerId: code.optional(),
  caseId: id.optional(),
  reference: z
    .string()
    .regex(/^[A-Z0-9-]{3,24}$/)
    .optional(),
};

const shapes = AUDIT_KINDS.map((kind) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), data: AUDIT_EVENT_DATA[kind] }),
);

export type AuditEvent = AuditEventData & Readonly<z.infer<z.ZodObject<typeof envelope>>>;

/** Parses an event on its way into the log and out of it. Unknown kinds, fields and anything that is not a plain code are refused. */
export const auditEventSchema = z.discriminatedUnion('kind', shapes as never) as unknown as z.ZodType<AuditEvent>;

const base64Hashes = z.array(z.base64().length(44)).max(64);

/**
 * An exported log. `checkpoint` is the newest signed head, as a note; each entry that it covers has its place and the proof of it,
 * an entry that is newer than the checkpoint has neither. `earlier` shows older heads to be beginnings of this one.
 */
export const exportedLogSchema = z.strictObject({
  format: z.literal('rightsdesk-audit-log/1'),
  exportedAt: instant,
  verifierKey: z.string(),
  /** Keys that signed older checkpoints. */
  formerKeys: z.array(z.string()).optional(),
  checkpoint: z.string(),
  earlier: z.array(z.strictObject({ checkpoint: z.string(), consistency: base64Hashes })),
  entries: z.array(z.strictObject({ event: auditEventSchema, index: count.nullable(), inclusion: base64Hashes })),
});

export type ExportedLog = z.infer<typeof exportedLogSchema>;
