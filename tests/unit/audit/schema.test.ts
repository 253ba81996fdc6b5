import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_KINDS, auditEventSchema, type AuditEventData, type AuditKind } from '@/lib/domain/log/schema';

const SHA = 'ab'.repeat(32);
const AT = '2026-11-22T09:30:00.000Z';

/** One event of every kind: the list cannot be shorter than the union, and a kind without an example does not compile. */
const EXAMPLES: { [K in AuditKind]: Extract<AuditEventData, { kind: K }>['data'] } = {
  RequestReceived: {
    rights: ['access', 'erasure'],
    regimes: ['gdpr'],
    locale: 'bg',
    channel: 'form',
    submissionDigest: SHA,
  },
  EmailConfirmed: { method: 'code' },
  EmailConfirmationFailed: { reason: 'expired' },
  EmailConfirmationRenewed: {},
  ContactChanged: {},
  IdentifierAdded: { identifierId: 'i-1', identifier: 'phone' },
  IdentityQuestioned: { doubt: 'emailNotOfAccount', asked: ['codeToPhone'], messageId: 'm-2' },
  IdentityAccepted: { method: 'emailOfAccount', assurance: 'substantial' },
  SubjectAsked: { mandateId: 'm-1' },
  SubjectReminded: {},
  SubjectUnanswered: {},
  MandateRead: {},
  MandateConfirmed: { evidence: 'confirmation' },
  MandateStopped: {},
  IdentityRejected: { reason: 'noMatch', grounds: ['GDPR-12-6'] },
  RejectionProposed: { grounds: ['GDPR-12-6'], asked: true },
  RejectionReturned: { reason: 'groundUnclear' },
  StaffSignedIn: { method: 'passwordAndTotp' },
  SignInFailed: { reason: 'totp' },
  StaffSignedOut: {},
  StaffAdded: { staffId: 's-1', role: 'desk' },
  StaffRoleChanged: { staffId: 's-1', role: 'dpo' },
  StaffDisabled: { staffId: 's-1' },
  StaffEnabled: { staffId: 's-1' },
  StaffPasswordReplaced: { staffId: 's-1' },
  StaffPasswordChanged: {},
  StaffTotpReplaced: { staffId: 's-1' },
  StaffSessionsEnded: { staffId: 's-1', sessions: 2 },
  StaffUnlocked: { staffId: 's-1' },
  RefusalsCounted: {
    of: 'SignInFailed',
    more: 90,
    from: '2026-11-27T08:00:00.000Z',
    until: '2026-11-27T08:15:00.000Z',
  },
  AccessRefused: { action: 'cases.approve' },
  HolidayOverridden: { calendar: 'US-FED', on: '2026-12-24', change: 'add', cases: 3 },
  HolidayOverrideWithdrawn: { calendar: 'LU', on: '2026-12-24', change: 'remove', cases: 0 },
  QueueRead: { filters: ['state:open'], cases: 37 },
  SearchMade: { by: 'email', found: 1 },
  CaseRead: { view: 'story' },
  RecordsSearched: { collection: 'calls', found: 3 },
  RecordsRead: { collection: 'calls', fromNo: 0, records: 38 },
  MessageRead: { messageId: 'm-1' },
  StatusRead: {},
  ReportRead: { report: 'ccpa-7102' },
  CaseAssigned: { staffId: null },
  FileRead: { fileId: 'f-1' },
  MessageWritten: { messageId: 'm-1', attachments: 0 },
  NoteWritten: { noteId: 'n-1' },
  DeadlineExtended: { regime: 'gdpr', clock: 'respond', reason: 'complexity', dueOn: '2027-01-29' },
  ClockPaused: { regime: 'ccpa', clock: 'respond', reason: 'verification', on: '2026-11-22' },
  ClockResumed: { regime: 'ccpa', clock: 'respond', on: '2026-11-23' },
  ClarificationAsked: { largeQuantity: true, messageId: 'm-3' },
  QuestionAnswered: { question: 'identity', way: 'portal', repliedAt: AT },
  ExtensionDecided: { reasons: ['complexity', 'number'], messageId: 'm-4', noticeId: 'n-1' },
  ExtensionVoided: { regime: 'GDPR', clock: 'respond', reason: 'late' },
  DeadlineNeared: { regime: 'GDPR', clock: 'respond', mark: 'days7', dueOn: '2026-12-22' },
  DeadlineRecounted: { was: '2026-12-22', dueOn: '2026-12-23' },
  UseStopped: { right: 'objection_marketing' },
  RightCarriedOut: { right: 'erasure', on: '2026-12-15', systems: ['calls', 'elsewhere'] },
  CertificateDownloaded: { erasureId: 'e-1' },
  StatementDownloaded: { statementId: 's-1' },
  TransmissionOwed: { right: 'portability', receiver: 'other-talk' },
  DataTransmitted: {
    right: 'portability',
    receiver: 'other-talk',
    status: 202,
    sha256: 'ab'.repeat(32),
    sizeBytes: 9000,
    receiptId: 'R-1',
  },
  StatementMade: { statementId: 's-1', right: 'shine_the_light', sha256: 'ab'.repeat(32), sizeBytes: 9000 },
  ErasurePlanAsked: { erasureId: 'e-1' },
  ErasureContinued: { erasureId: 'e-2', continues: 'e-1' },
  RestApproved: { erasureId: 'e-2', plan: 'ab'.repeat(32) },
  HoldPlaced: { holdId: 'h-1', ground: 'GDPR-17-3-e', collections: ['calls.call'], until: '2027-01-31' },
  HoldReleased: { holdId: 'h-1' },
  ErasurePlanned: {
    erasureId: 'e-1',
    plan: SHA,
    systems: ['calls'],
    left: ['archive'],
    problems: 0,
    deleted: 40,
    blanked: 1,
    kept: 3,
  },
  ErasurePlanFailed: { erasureId: 'e-1', reason: 'unreachable', attempt: 1, retryAt: AT },
  ErasureApproved: { erasureId: 'e-1', plan: SHA, coolingOffDays: 7, noticeId: 'n-2' },
  ErasureCancelled: { erasureId: 'e-1' },
  ErasureDelegated: { erasureId: 'e-1', systems: ['archive'] },
  SystemErased: { erasureId: 'e-1', system: 'calls', deleted: 40, blanked: 1, kept: 3 },
  ErasureFailed: { erasureId: 'e-1', system: 'calls', reason: 'unreachable' },
  CaseForgotten: {},
  CaseFilesRemoved: {},
  ErasureRetried: { erasureId: 'e-1' },
  ErasureStopped: { erasureId: 'e-1', system: 'calls', changes: ['schema', 'more'] },
  EffectsStarted: { right: 'objection_marketing', step: 'setPreference', systems: ['calls'], byPerson: [] },
  EffectConfirmed: {
    right: 'objection_marketing',
    step: 'setPreference',
    system: 'calls',
    collections: [{ collection: 'calls.user', found: 1, changed: 1, other: 0 }],
  },
  EffectFailed: { right: 'objection_marketing', system: 'calls', reason: 'unreachable', attempt: 1, retryAt: AT },
  RestrictionAdded: { right: 'restriction', ground: 'objection', because: 'objection' },
  RestrictionGroundNamed: { ground: 'accuracy' },
  LiftingAnnounced: { liftingId: 'l-1', noticeId: 'n-2', reason: 'accuracySettled', liftOn: '2026-12-23' },
  LiftingCancelled: { liftingId: 'l-1' },
  LiftingStarted: { liftingId: 'l-1', systems: ['calls'], byPerson: [] },
  SystemLifted: { system: 'calls' },
  RestrictionLifted: { liftingId: 'l-1', systems: ['calls'] },
  EffectRetried: { right: 'objection_marketing', system: 'calls' },
  RecipientsOwed: { step: 'erased', byMail: ['hosting'], byPerson: ['printer'], notTold: ['users'] },
  RecipientMailed: { recipient: 'hosting', step: 'erased' },
  RecipientMailFailed: { recipient: 'hosting', step: 'erased', reason: 'refusedForGood' },
  RecipientTold: { recipient: 'printer', step: 'rectified', on: '2026-12-01' },
  RecipientExcused: { recipient: 'printer', step: 'restricted', reason: 'impossible' },
  RecipientRead: { recipient: 'hosting', step: 'erased' },
  RecipientConfirmed: { recipient: 'hosting', step: 'erased' },
  ErasureStarted: { systems: ['calls'] },
  ErasureProved: { systems: [{ system: 'calls', deleted: 40, blanked: 1, kept: 3 }] },
  NoticeResent: { noticeId: 'n-1' },
  NoticeTold: { noticeId: 'n-1', way: 'letter' },
  DeadlinePassed: { regime: 'gdpr', clock: 'respond', dueOn: '2026-11-20' },
  CollectionStarted: { systems: ['accounts', 'calls'], dataMapDigest: SHA },
  SourceAnswered: { system: 'calls', result: 'found', collections: [{ collection: 'calls', records: 2946 }] },
  InquiryOpened: { system: 'papers', attempt: 1, inquiryId: 'i-1', answerBy: AT },
  InquiryMailed: { system: 'papers', inquiryId: 'i-1', mail: 'asked' },
  InquiryMailFailed: { system: 'papers', inquiryId: 'i-1', mail: 'asked', reason: 'refusedForGood' },
  InquiryRead: { system: 'papers', inquiryId: 'i-1' },
  InquiryRefused: { system: 'papers', inquiryId: 'i-1', reason: 'ended' },
  DocumentRead: { documentId: 'd-1', collection: 'papers.contracts' },
  SourceFailed: { system: 'calls', reason: 'unreachable', attempt: 1, retryAt: AT },
  SourceRetried: { system: 'calls' },
  CallBackTaken: { system: 'calls' },
  CallBackRefused: { system: 'calls', reason: 'unsigned' },
  CollectionReopened: { systems: ['calls'] },
  CollectionFinished: { systems: 11, records: 3087 },
  ValueRedacted: {
    redactionId: 'r-1',
    scope: 'value',
    collection: 'help',
    recordNo: 3,
    field: 'text',
    ground: 'gdpr-15-4',
  },
  RedactionUndone: { redactionId: 'r-1', collection: 'help' },
  OutcomeDecided: { right: 'access', outcome: 'partlyGranted', grounds: ['gdpr-15-4'] },
  DecisionApproved: { rights: ['access'] },
  DecisionRevoked: { right: 'access' },
  ValueDisclosed: { keptId: 'kept-1', collection: 'support.message', recordNo: 3, field: 'text' },
  KeepShownUndone: { keptId: 'kept-1', collection: 'support.message' },
  DecisionReturned: { rights: ['access'], reason: 'groundNotShown' },
  BundleSealed: {
    bundleId: 'b-1',
    manifestSha256: SHA,
    keyId: '0a9f3c2b11d4e87f',
    files: 41,
    records: 3087,
    sizeBytes: 6_400_000,
  },
  BundleFailed: { bundleId: 'b-1', reason: 'diskFull', attempt: 1 },
  BundleRetried: { bundleId: 'b-1' },
  BundleDestroyed: { bundleId: 'b-1', reason: 'retention' },
  PreviewMade: { identities: ['email'], manifestSha256: SHA, records: 12 },
  NoticeQueued: { noticeId: 'n-1', notice: 'dataReady', locale: 'ru' },
  MailSent: { noticeId: 'n-1', attempt: 1 },
  MailDelayed: { noticeId: 'n-1', attempt: 1, reason: 'refused:451', retryAt: AT },
  MailLeftUnanswered: { noticeId: 'n-1', attempt: 2 },
  MailCameBack: { noticeId: 'n-1', status: 'smtp:5.1.1' },
  IncomingMailTaken: { mailId: 'm-1', recognised: ['copy', 'remove'] },
  IncomingMailRead: { mailId: 'm-1' },
  IncomingMailSettled: { mailId: 'm-1', how: 'dismissed', reason: 'unwanted' },
  MailFailed: { noticeId: 'n-1', attempt: 9, reason: 'refused:550' },
  DeliveryVerified: { deliveryId: 'd-1', method: 'code' },
  DeliveryRefused: { reason: 'expired' },
  CopyRead: { bundleId: 'b-1', collection: 'calls.call', fromNo: 25, records: 25 },
  BundleDownloaded: { deliveryId: 'd-1', bundleId: 'b-1', complete: true, sentBytes: 6_400_000 },
  CaseWithdrawn: {},
  CaseClosed: { reason: 'answered' },
  CaseReopened: { reason: 'newEvidence' },
  LogRead: { filters: ['kind:CaseRead'], events: 9 },
  LogExported: { filters: [], events: 9, treeSize: 48_240 },
  RuleConfirmed: { confirmationId: 'c-1', rule: 'GDPR-12-5-unfounded', fingerprint: SHA },
  RuleConfirmationWithdrawn: { confirmationId: 'c-1', rule: 'GDPR-12-5-unfounded', fingerprint: SHA },
};

const anEvent = (kind: AuditKind, data: unknown = EXAMPLES[kind]): Record<string, unknown> => ({
  v: 1,
  id: '0192f0c1-7e1a-7c33-9a55-0c2b7d3f9e01',
  at: AT,
  kind,
  actor: { kind: 'system', id: 'worker' },
  data,
});

const accepts = (event: unknown): boolean => auditEventSchema.safeParse(event).success;

describe('each kind', () => {
  it.each(AUDIT_KINDS)('%s has an example that the log takes unchanged', (kind) => {
    expect(auditEventSchema.parse(anEvent(kind))).toEqual(anEvent(kind));
  });

  it.each(AUDIT_KINDS)('%s takes no field beyond its own', (kind) => {
    expect(accepts(anEvent(kind, { ...EXAMPLES[kind], comment: 'x' }))).toBe(false);
  });

  it.each(AUDIT_KINDS)('%s says what happened in the past tense', (kind) => {
    expect(kind).toMatch(/^[A-Z][A-Za-z]+(ed|en|Read|Made|Sent|In|Out|Undone|Withdrawn|Told|Resent|CameBack)$/);
  });

  it.each(AUDIT_KINDS.filter((kind) => Object.keys(EXAMPLES[kind]).length > 0))(
    '%s does not do with nothing',
    (kind) => {
      expect(accepts(anEvent(kind, {}))).toBe(false);
    },
  );
});

describe('what stands around the data', () => {
  it('names controller, case and public reference when there are any', () => {
    expect(accepts({ ...anEvent('CaseRead'), controllerId: 'callsapp', caseId: 'c-1', reference: 'CA-5XN2-7R' })).toBe(
      true,
    );
  });

  it.each([
    ['another version', { v: 2 }],
    ['an unknown kind', { kind: 'PersonalDataDumped' }],
    ['no actor', { actor: undefined }],
    ['an actor of another kind', { actor: { kind: 'god', id: 'x' } }],
    ['an actor named by an address', { actor: { kind: 'staff', id: 'desk@example.lu' } }],
    ['a time without zone', { at: '2026-11-22T09:30:00' }],
    ['a time in a local zone', { at: '2026-11-22T09:30:00+01:00' }],
    ['a reference in small letters', { reference: 'ca-5xn2-7r' }],
    ['a field of its own', { ip: '192.0.2.7' }],
  ])('is refused with %s', (_, change) => {
    expect(accepts({ ...anEvent('CaseRead'), ...change })).toBe(false);
  });

  it('is an object', () => {
    expect([null, [], 'CaseRead', 1, undefined].filter(accepts)).toEqual([]);
  });
});

describe('personal data', () => {
  // Each place of each example that holds text, with the text put there instead.
  function withText(value: unknown, text: string): unknown[] {
    if (typeof value === 'string') return [text];
    if (Array.isArray(value))
      return value.flatMap((item, i) => withText(item, text).map((changed) => value.with(i, changed)));
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, member]) =>
      withText(member, text).map((changed) => ({ ...value, [name]: changed })),
    );
  }

  it.each([
    ['an e-mail address', 'nadia.weber@example.lu'],
    ['a phone number', '+352691555001'],
    ['a name', 'Nadia Weber'],
    ['a name in Cyrillic', 'Надя'],
    ['a sentence', 'the caller said no'],
    ['markup', '<b>x</b>'],
    ['a line break', 'a\nb'],
    ['an IPv6 address', '2001:db8::1'],
    ['nothing at all', ''],
    ['a very long code', 'x'.repeat(500)],
  ])('does not fit in any place: %s', (_, text) => {
    const taken = AUDIT_KINDS.filter((kind) =>
      withText(EXAMPLES[kind], text).some((data) => accepts(anEvent(kind, data))),
    );
    expect(taken).toEqual([]);
  });

  it('does not fit as a count either', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer({ max: -1 })), (records) => {
        fc.pre(!Number.isSafeInteger(records) || records < 0);
        expect(accepts(anEvent('CollectionFinished', { systems: 1, records }))).toBe(false);
      }),
    );
  });

  it('no text with a space, an at-sign or a plus is a code', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(' ', '@', '+', '\u00e9', '"'), fc.string(), (before, bad, after) => {
        expect(accepts(anEvent('CaseRead', { view: before + bad + after }))).toBe(false);
      }),
    );
  });
});

describe('days and lists', () => {
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-01-29T00:00:00Z', ''])(
    'a day that is none is refused: %j',
    (dueOn) => {
      expect(accepts(anEvent('DeadlineExtended', { ...EXAMPLES.DeadlineExtended, dueOn }))).toBe(false);
    },
  );

  it('a list has an end', () => {
    const systems = (n: number): string[] => Array.from({ length: n }, (_, i) => `system-${i}`);
    expect(accepts(anEvent('CollectionStarted', { ...EXAMPLES.CollectionStarted, systems: systems(200) }))).toBe(true);
    expect(accepts(anEvent('CollectionStarted', { ...EXAMPLES.CollectionStarted, systems: systems(201) }))).toBe(false);
  });
});
