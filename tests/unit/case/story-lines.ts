import type { AuditEventData } from '@/lib/domain/log/schema';

const SHA = 'ab'.repeat(32);

/** What the desk reads of how a request comes to its answer. */
export const LINES_OF_THE_WAY: readonly (readonly [string, AuditEventData])[] = [
  ['E-mail address confirmed by the code', { kind: 'EmailConfirmed', data: { method: 'code' } }],
  [
    'Identity confirmed: confirmed address of an account',
    { kind: 'IdentityAccepted', data: { method: 'confirmedEmailOfAccount', assurance: 'substantial' } },
  ],
  [
    'The requester is written to at another address from now on: both mailboxes agreed',
    { kind: 'ContactChanged', data: {} },
  ],
  [
    'Proposed: identity not shown (not asked first)',
    { kind: 'RejectionProposed', data: { grounds: ['GDPR-12-6'], asked: false, confirmed: ['dataAffected'] } },
  ],
  [
    'Identity not shown',
    { kind: 'IdentityRejected', data: { reason: 'insufficientVerification', grounds: ['GDPR-12-6'] } },
  ],
  [
    'Sent back: identity not shown (a ground does not hold or is unclear)',
    { kind: 'RejectionReturned', data: { reason: 'groundUnclear' } },
  ],
  [
    'Learnt by what this person can be found: phone',
    { kind: 'IdentifierAdded', data: { identifierId: 'identifier-1', identifier: 'phone' } },
  ],
  [
    'More asked for to show who they are: The confirmed address is that of no account',
    {
      kind: 'IdentityQuestioned',
      data: { doubt: 'addressOfNoAccount', asked: ['knownDetails'], messageId: 'message-2' },
    },
  ],
  [
    'Asked which data they mean (a large quantity is processed)',
    { kind: 'ClarificationAsked', data: { largeQuantity: true, messageId: 'message-3' } },
  ],
  [
    'Our question who they are was answered by letter',
    { kind: 'QuestionAnswered', data: { question: 'identity', way: 'letter', repliedAt: '2026-12-10T11:00:00.000Z' } },
  ],
  [
    'GDPR, the answer: clock goes on from Thursday 10 December 2026',
    { kind: 'ClockResumed', data: { regime: 'GDPR', clock: 'respond', on: '2026-12-10' } },
  ],
  [
    'More time decided: complexity of the request. It counts once the notice has left.',
    { kind: 'ExtensionDecided', data: { reasons: ['complexity'], messageId: 'message-4', noticeId: 'notice-2' } },
  ],
  [
    'GDPR, the answer: last day moved to Monday 22 February 2027',
    { kind: 'DeadlineExtended', data: { regime: 'GDPR', clock: 'respond', reason: 'complexity', dueOn: '2027-02-22' } },
  ],
  ['A mail is tried again: more time is needed', { kind: 'NoticeResent', data: { noticeId: 'notice-1' } }],
  [
    'Told by letter what the mail was to say: more time is needed',
    { kind: 'NoticeTold', data: { noticeId: 'notice-1', way: 'letter' } },
  ],
  [
    'GDPR, the answer: 7 days left, last day Tuesday 22 December 2026',
    { kind: 'DeadlineNeared', data: { regime: 'GDPR', clock: 'respond', mark: 'days7', dueOn: '2026-12-22' } },
  ],
  ['Given to Alice by Bob', { kind: 'CaseAssigned', data: { staffId: 'alice' } }],
  ['Collection started in one system', { kind: 'CollectionStarted', data: { systems: ['calls'], dataMapDigest: SHA } }],
  ['All 2 systems have answered: 41 records', { kind: 'CollectionFinished', data: { systems: 2, records: 41 } }],
  [
    'The owner of Call records is asked to look, by Wednesday 23 December 2026',
    {
      kind: 'InquiryOpened',
      data: {
        system: 'calls',
        attempt: 1,
        inquiryId: '3f2c8a44-9d0e-4f6b-8a11-5c2d7e9b0a61',
        answerBy: '2026-12-23T09:00:00.000Z',
      },
    },
  ],
  [
    'Call records did not answer. It cannot be reached.',
    { kind: 'SourceFailed', data: { system: 'calls', reason: 'unreachable', attempt: 1 } },
  ],
  [
    'Call records called back that it has done its task, and is asked again',
    { kind: 'CallBackTaken', data: { system: 'calls' } },
  ],
  ['Call records asked again', { kind: 'SourceRetried', data: { system: 'calls' } }],
  [
    'Collected again from Call records: what was hidden there and decided on the copy is made anew',
    { kind: 'CollectionReopened', data: { systems: ['calls'] } },
  ],
  ['Access: decision taken back', { kind: 'DecisionRevoked', data: { right: 'access' } }],
  [
    'Access: Granted',
    { kind: 'OutcomeDecided', data: { right: 'access', outcome: 'granted', grounds: [], despiteHidden: true } },
  ],
  ['Decisions approved by a second person', { kind: 'DecisionApproved', data: { rights: ['access'] } }],
  [
    'Decisions sent back: something of other people is not hidden',
    { kind: 'DecisionReturned', data: { rights: ['access'], reason: 'redactionMissing' } },
  ],
  [
    'Copy made and signed: 3 records, 0.1 MB',
    {
      kind: 'BundleSealed',
      data: {
        bundleId: 'bundle-1',
        manifestSha256: SHA,
        keyId: '0a9f3c2b11d4e87f',
        files: 7,
        records: 3,
        sizeBytes: 96000,
      },
    },
  ],
  [
    'The copy could not be made, try 1. Somebody has to look.',
    { kind: 'BundleFailed', data: { bundleId: 'bundle-1', reason: 'recordsMissing', attempt: 1 } },
  ],
  ['The copy is made again', { kind: 'BundleRetried', data: { bundleId: 'bundle-1' } }],
  ['Case closed', { kind: 'CaseClosed', data: { reason: 'answered' } }],
  ['Request withdrawn by telephone', { kind: 'CaseWithdrawn', data: { way: 'phone', on: '2026-12-15' } }],
  ['Case opened again: it was closed by mistake', { kind: 'CaseReopened', data: { reason: 'mistake' } }],
  ['Message from Bob', { kind: 'MessageWritten', data: { messageId: 'message-1', attachments: 0 } }],
  ['Note by Bob', { kind: 'NoteWritten', data: { noteId: 'note-1' } }],
  [
    'GDPR, the answer: clock stands still from Tuesday 24 November 2026',
    { kind: 'ClockPaused', data: { regime: 'GDPR', clock: 'respond', reason: 'identity', on: '2026-11-24' } },
  ],
  [
    'GDPR: the notice of more time counts for nothing (it left too late)',
    { kind: 'ExtensionVoided', data: { regime: 'GDPR', clock: 'respond', reason: 'late' } },
  ],
  [
    'Request received through the portal: 2 rights. The clock starts.',
    {
      kind: 'RequestReceived',
      data: { rights: ['access', 'erasure'], regimes: ['GDPR'], locale: 'bg', channel: 'form' },
    },
  ],
  [
    'Request received by telephone: one right. The clock starts.',
    { kind: 'RequestReceived', data: { rights: ['access'], regimes: ['GDPR'], locale: 'bg', channel: 'phone' } },
  ],
  ['E-mail address confirmed by the link', { kind: 'EmailConfirmed', data: { method: 'link' } }],
  ['Proposed: identity not shown', { kind: 'RejectionProposed', data: { grounds: ['GDPR-12-6'], asked: true } }],
  ['Asked which data they mean', { kind: 'ClarificationAsked', data: { largeQuantity: false, messageId: 'm-1' } }],
  ['Given to nobody by Bob', { kind: 'CaseAssigned', data: { staffId: null } }],
  [
    'GDPR, the answer: the last day, Tuesday 22 December 2026, passed',
    { kind: 'DeadlinePassed', data: { regime: 'GDPR', clock: 'respond', dueOn: '2026-12-22' } },
  ],
  [
    'Last day moved from Tuesday 22 December 2026 to Wednesday 23 December 2026: the holidays that count were changed',
    { kind: 'DeadlineRecounted', data: { was: '2026-12-22', dueOn: '2026-12-23' } },
  ],
  [
    'Reminder mailed to the owner of Customers',
    { kind: 'InquiryMailed', data: { system: 'crm', inquiryId: 'inquiry-1', mail: 'reminder' } },
  ],
  [
    'The mail to the owner of Customers did not arrive: the mail server cannot be reached',
    {
      kind: 'InquiryMailFailed',
      data: { system: 'crm', inquiryId: 'inquiry-1', mail: 'reminder', reason: 'unreachable' },
    },
  ],
  [
    'E-mail: more time is needed, in Bulgarian',
    { kind: 'NoticeQueued', data: { noticeId: 'notice-1', notice: 'extension', locale: 'bg' } },
  ],
  [
    'Bob says that something in the answer is wrong',
    { kind: 'MessageWritten', data: { messageId: 'm', attachments: 0, about: 'mistake' } },
  ],
  [
    'The requester confirmed afresh who they are',
    { kind: 'DeliveryVerified', data: { deliveryId: 'd', method: 'code' } },
  ],
  [
    'The data were asked for and not handed over (expired)',
    { kind: 'DeliveryRefused', data: { deliveryId: 'd', reason: 'expired' } },
  ],
  [
    'The whole copy was sent',
    { kind: 'BundleDownloaded', data: { deliveryId: 'd', bundleId: 'b', complete: true, sentBytes: 9 } },
  ],
  [
    'Sending of the copy began or broke off',
    { kind: 'BundleDownloaded', data: { deliveryId: 'd', bundleId: 'b', complete: false, sentBytes: 9 } },
  ],
  [
    'The key of this case was destroyed: its days are over, and nothing personal in it can be read any more',
    { kind: 'CaseForgotten', data: {} },
  ],
  ['Its files were removed from the store too', { kind: 'CaseFilesRemoved', data: {} }],
  [
    'The copy’s file was destroyed: its days are over',
    { kind: 'BundleDestroyed', data: { bundleId: 'b', reason: 'expired' } },
  ],
  ['The certificate of the erasure was fetched', { kind: 'CertificateDownloaded', data: { erasureId: 'e' } }],
  [
    'The person whose data it is was asked whether this requester acts for them',
    { kind: 'SubjectAsked', data: { mandateId: 'm-1' } },
  ],
  ['They were reminded', { kind: 'SubjectReminded', data: {} }],
  ['They have not answered: the requester shows the mandate otherwise', { kind: 'SubjectUnanswered', data: {} }],
  [
    'They confirmed that this requester acts for them',
    { kind: 'MandateConfirmed', data: { evidence: 'confirmedBySubject' } },
  ],
  ['They stopped the request: nothing more is collected or handed over', { kind: 'MandateStopped', data: {} }],
];
