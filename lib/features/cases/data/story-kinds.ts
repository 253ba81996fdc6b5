import type { AuditEventData, AuditKind } from '@/lib/domain/audit/schema';
import { localDate } from '@/lib/domain/calendar/local-date';
import { allRules } from '@/lib/domain/law/rights';
import { ELSEWHERE } from '@/lib/features/cases/schema';
import type { StoryMark } from '@/lib/features/cases/types/story';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';

/** What ids in the log stand for. */
export type StoryNames = {
  readonly staff: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, string>;
  /** Kinds of notices by id. */
  readonly notices: ReadonlyMap<string, string>;
};

export type StoryValues = Readonly<Record<string, string | number>>;

type DataOf<K extends AuditKind> = Extract<AuditEventData, { kind: K }>['data'];

type StoryRow<K extends AuditKind> = {
  readonly mark: StoryMark;
  /** Where somebody has to look, or is too late. */
  readonly state?: 'soon' | 'late';
  /** What fills the text `story.<kind>`: codes in words, counts and names, never what a person wrote. */
  readonly values: (data: DataOf<K>, names: StoryNames) => StoryValues;
};

const nothing = (): StoryValues => ({});

const day = (on: string): string => longDate(localDate(on), 'en');

const clockOf = ({ regime, clock }: { readonly regime: string; readonly clock: string }) => ({
  regime: t(`regime.${regime}`),
  clock: t(`clock.kind.${clock}`),
});

const rightOf = ({ right }: { readonly right: string }) => ({ right: t(`right.${right}`) });

const returnedFor = ({ reason }: { readonly reason: string }) => ({ reason: t(`return.reason.${reason}`) });

const noticeOf = (id: string, { notices }: StoryNames) => ({ notice: t(`notice.${notices.get(id) ?? ''}`) });

const systemOf = (id: string, { systems }: StoryNames): string => systems.get(id) ?? id;

const recipientOf = ({ recipient }: { readonly recipient: string }, { recipients }: StoryNames) => ({
  recipient: recipients.get(recipient) ?? recipient,
});

const systemsOf = (ids: readonly string[], names: StoryNames): string =>
  new Intl.ListFormat('en').format(ids.map((id) => systemOf(id, names))) || 'none';

/** By what law each of these rules is, each once; `none` for none. */
const citationsOf = (ids: readonly string[]): string =>
  [
    ...new Set(
      allRules()
        .filter(({ id }) => ids.includes(id))
        .map(({ citation }) => citation),
    ),
  ].join('; ') || 'none';

/** Each kind of the log: how the story of a case tells it, or null where it does not belong to how the case went. */
const STORY_KINDS = {
  RequestReceived: { mark: 'inbox', values: ({ channel, rights }) => ({ channel, rights: rights.length }) },
  EmailConfirmed: { mark: 'mailCheck', values: ({ method }) => ({ method }) },
  // Tries that did not succeed move nothing in the case.
  EmailConfirmationFailed: null,
  EmailConfirmationRenewed: null,
  IdentityQuestioned: { mark: 'question', values: ({ doubt }) => ({ doubt: t(`doubt.${doubt}`) }) },
  ContactChanged: { mark: 'mailCheck', values: nothing },
  IdentifierAdded: { mark: 'check', values: ({ identifier }) => ({ identifier }) },
  IdentityAccepted: { mark: 'person', values: ({ method }) => ({ method }) },
  ClarificationAsked: { mark: 'question', values: ({ largeQuantity }) => ({ largeQuantity: String(largeQuantity) }) },
  QuestionAnswered: { mark: 'check', values: ({ question, way }) => ({ question, way }) },
  SubjectAsked: { mark: 'question', values: nothing },
  SubjectReminded: { mark: 'mail', values: nothing },
  SubjectUnanswered: { mark: 'warning', state: 'soon', values: nothing },
  MandateRead: null,
  MandateConfirmed: { mark: 'person', values: nothing },
  MandateStopped: { mark: 'refused', state: 'late', values: nothing },
  IdentityRejected: { mark: 'refused', values: nothing },
  RejectionProposed: { mark: 'refused', values: ({ asked }) => ({ asked: String(asked) }) },
  RejectionReturned: { mark: 'takenBack', values: returnedFor },

  // These are about staff and calendars, and belong to no case.
  StaffSignedIn: null,
  IncomingMailTaken: null,
  IncomingMailRead: null,
  IncomingMailSettled: null,
  SignInFailed: null,
  StaffSignedOut: null,
  StaffAdded: null,
  StaffRoleChanged: null,
  StaffDisabled: null,
  StaffEnabled: null,
  StaffPasswordReplaced: null,
  StaffPasswordChanged: null,
  StaffTotpReplaced: null,
  StaffSessionsEnded: null,
  StaffUnlocked: null,
  RefusalsCounted: null,
  AccessRefused: null,
  HolidayOverridden: null,
  HolidayOverrideWithdrawn: null,

  // Who read what is for the log alone.
  QueueRead: null,
  SearchMade: null,
  CaseRead: null,
  RecordsRead: null,
  RecordsSearched: null,
  MessageRead: null,
  StatusRead: null,
  ReportRead: null,

  CaseAssigned: {
    mark: 'assigned',
    values: ({ staffId }, { staff }) =>
      staffId === null ? { to: 'nobody', name: '' } : { to: 'someone', name: staff.get(staffId) ?? '–' },
  },
  MessageWritten: { mark: 'message', values: ({ about = 'none' }) => ({ about }) },
  NoteWritten: { mark: 'note', values: nothing },
  ExtensionDecided: {
    mark: 'calendar',
    values: ({ reasons }) => ({
      reasons: new Intl.ListFormat('en').format(reasons.map((reason) => t(`extensionReason.${reason}`))),
    }),
  },
  ExtensionVoided: {
    mark: 'warning',
    state: 'soon',
    values: ({ regime, reason }) => ({ regime: t(`regime.${regime}`), reason }),
  },
  DeadlineExtended: { mark: 'calendar', values: ({ dueOn, ...data }) => ({ ...clockOf(data), on: day(dueOn) }) },
  ClockPaused: { mark: 'paused', values: ({ on, ...data }) => ({ ...clockOf(data), on: day(on) }) },
  ClockResumed: { mark: 'resumed', values: ({ on, ...data }) => ({ ...clockOf(data), on: day(on) }) },
  DeadlineNeared: {
    mark: 'bell',
    state: 'soon',
    values: ({ dueOn, mark, ...data }) => ({ ...clockOf(data), mark, on: day(dueOn) }),
  },
  DeadlineRecounted: { mark: 'calendar', values: ({ was, dueOn }) => ({ was: day(was), on: day(dueOn) }) },
  UseStopped: { mark: 'stopped', values: rightOf },
  RightCarriedOut: {
    mark: 'done',
    values: ({ right, on, systems }, names) => ({
      ...rightOf({ right }),
      on: day(on),
      systems: new Intl.ListFormat('en').format(
        systems.map((id) => (id === ELSEWHERE ? t('carryOut.elsewhere') : systemOf(id, names))),
      ),
    }),
  },
  EffectsStarted: {
    mark: 'started',
    values: ({ right, systems, byPerson }, names) => ({
      ...rightOf({ right }),
      systems: systemsOf(systems, names),
      byPerson: byPerson.length > 0 ? systemsOf(byPerson, names) : 'none',
    }),
  },
  EffectConfirmed: {
    mark: 'done',
    values: ({ right, step, system, collections }, names) => ({
      ...rightOf({ right }),
      step,
      system: systemOf(system, names),
      records: collections.reduce((sum, { found }) => sum + found, 0),
      other: collections.reduce((sum, { other }) => sum + other, 0),
    }),
  },
  EffectFailed: {
    mark: 'warning',
    state: 'soon',
    values: ({ right, system, reason, retryAt }, names) => ({
      ...rightOf({ right }),
      system: systemOf(system, names),
      reason: t(`failure.${reason}`),
      again: retryAt ? 'yes' : 'no',
    }),
  },
  EffectRetried: {
    mark: 'started',
    values: ({ right, system }, names) => ({ ...rightOf({ right }), system: systemOf(system, names) }),
  },
  RestrictionGroundNamed: { mark: 'decided', values: ({ ground }) => ({ ground: t(`restriction.ground.${ground}`) }) },
  LiftingAnnounced: {
    mark: 'calendar',
    values: ({ reason, liftOn }) => ({ reason: t(`restriction.why.${reason}`), on: day(liftOn) }),
  },
  LiftingCancelled: { mark: 'takenBack', values: nothing },
  LiftingStarted: {
    mark: 'started',
    values: ({ systems, byPerson }, names) => ({
      systems: systemsOf(systems, names),
      byPerson: systemsOf(byPerson, names),
    }),
  },
  SystemLifted: { mark: 'person', values: ({ system }, names) => ({ system: systemOf(system, names) }) },
  RestrictionLifted: { mark: 'done', values: ({ systems }, names) => ({ systems: systemsOf(systems, names) }) },
  StatementMade: { mark: 'bundle', values: rightOf },
  ErasurePlanAsked: { mark: 'assigned', values: nothing },
  ErasurePlanned: {
    mark: 'check',
    values: ({ deleted, blanked, kept, problems, left }) => ({ deleted, blanked, kept, problems, left: left.length }),
  },
  ErasurePlanFailed: { mark: 'warning', state: 'soon', values: ({ reason }) => ({ reason: t(`failure.${reason}`) }) },
  ErasureApproved: { mark: 'done', values: ({ coolingOffDays }) => ({ days: coolingOffDays }) },
  ErasureCancelled: { mark: 'takenBack', values: nothing },
  ErasureStarted: { mark: 'erased', values: ({ systems }, names) => ({ systems: systemsOf(systems, names) }) },
  ErasureDelegated: { mark: 'assigned', values: ({ systems }, names) => ({ systems: systemsOf(systems, names) }) },
  SystemErased: {
    mark: 'erased',
    values: ({ system, deleted, blanked, kept }, names) => ({
      system: systemOf(system, names),
      deleted,
      blanked,
      kept,
    }),
  },
  ErasureFailed: {
    mark: 'warning',
    state: 'soon',
    values: ({ system, reason }, names) => ({ system: systemOf(system, names), reason: t(`failure.${reason}`) }),
  },
  ErasureStopped: {
    mark: 'warning',
    state: 'soon',
    values: ({ system }, names) => ({ system: systemOf(system, names) }),
  },
  ErasureProved: {
    mark: 'erased',
    values: ({ systems }) => ({
      deleted: systems.reduce((sum, { deleted }) => sum + deleted, 0),
      blanked: systems.reduce((sum, { blanked }) => sum + blanked, 0),
      kept: systems.reduce((sum, { kept }) => sum + kept, 0),
    }),
  },
  RecipientsOwed: {
    mark: 'assigned',
    values: ({ byMail, byPerson, notTold }) => ({
      mails: byMail.length,
      persons: byPerson.length,
      notTold: notTold.length,
    }),
  },
  RecipientMailed: { mark: 'mail', values: recipientOf },
  RecipientMailFailed: {
    mark: 'mailWarning',
    state: 'soon',
    values: ({ reason, ...data }, names) => ({ ...recipientOf(data, names), reason: t(`mailFailure.${reason}`) }),
  },
  RecipientTold: { mark: 'person', values: ({ on, ...data }, names) => ({ ...recipientOf(data, names), on: day(on) }) },
  RecipientExcused: { mark: 'person', values: recipientOf },
  RecipientRead: null,
  RecipientConfirmed: { mark: 'done', values: recipientOf },
  DeadlinePassed: {
    mark: 'warning',
    state: 'late',
    values: ({ dueOn, ...data }) => ({ ...clockOf(data), on: day(dueOn) }),
  },

  CollectionStarted: { mark: 'started', values: ({ systems }) => ({ systems: systems.length }) },
  // The list of systems beside the story has each answer; the story has the last one, as the collection finished.
  SourceAnswered: null,
  InquiryOpened: {
    mark: 'question',
    values: ({ system, answerBy }, names) => ({ system: systemOf(system, names), date: day(answerBy.slice(0, 10)) }),
  },
  InquiryMailed: { mark: 'mail', values: ({ system, mail }, names) => ({ system: systemOf(system, names), mail }) },
  InquiryMailFailed: {
    mark: 'mailWarning',
    state: 'soon',
    values: ({ system, reason }, names) => ({ system: systemOf(system, names), reason: t(`mailFailure.${reason}`) }),
  },
  DocumentRead: null,
  InquiryRead: null,
  InquiryRefused: null,
  SourceFailed: {
    mark: 'warning',
    state: 'soon',
    values: ({ system, reason, attempt }, names) => ({
      system: systemOf(system, names),
      reason: t(`failure.${reason}`),
      attempt,
    }),
  },
  SourceRetried: { mark: 'again', values: ({ system }, names) => ({ system: systemOf(system, names) }) },
  CollectionFinished: { mark: 'records', values: ({ systems, records }) => ({ systems, records }) },
  CollectionReopened: {
    mark: 'again',
    state: 'soon',
    values: ({ systems }, names) => ({ systems: systems.map((id) => systemOf(id, names)).join(', ') }),
  },

  // What was hidden or left shown is in the ledger of the review.
  ValueRedacted: null,
  RedactionUndone: null,
  ValueDisclosed: null,
  KeepShownUndone: null,
  OutcomeDecided: {
    mark: 'decided',
    values: ({ right, outcome }) => ({ ...rightOf({ right }), outcome: t(`outcome.${outcome}.label`) }),
  },
  DecisionRevoked: { mark: 'takenBack', values: rightOf },
  DecisionApproved: { mark: 'done', values: nothing },
  DecisionReturned: { mark: 'takenBack', values: returnedFor },

  BundleSealed: {
    mark: 'bundle',
    values: ({ records, sizeBytes }) => ({ records, megabytes: (sizeBytes / 1_000_000).toFixed(1) }),
  },
  BundleFailed: { mark: 'bundleFailed', state: 'soon', values: ({ attempt }) => ({ attempt }) },
  BundleRetried: { mark: 'again', values: nothing },
  BundleDestroyed: { mark: 'check', values: nothing },
  // It is made without a case.
  PreviewMade: null,

  NoticeQueued: {
    mark: 'check',
    values: ({ notice, locale, tells }) => ({
      notice: t(`notice.${notice}`),
      language: languageNames([locale], 'en'),
      tells: citationsOf(tells?.map(({ rule }) => rule) ?? []),
    }),
  },
  // How far a mail came stands under the line that says it was queued.
  MailSent: null,
  MailDelayed: null,
  MailLeftUnanswered: null,
  MailFailed: null,
  MailCameBack: null,
  NoticeResent: { mark: 'mail', values: ({ noticeId }, names) => noticeOf(noticeId, names) },
  NoticeTold: { mark: 'person', values: ({ noticeId, way }, names) => ({ ...noticeOf(noticeId, names), way }) },

  // The mail that offers it is told as a notice.
  DeliveryVerified: { mark: 'check', values: nothing },
  DeliveryRefused: { mark: 'refused', values: ({ reason }) => ({ reason }) },
  // Page by page it would hide everything else.
  CopyRead: null,
  CertificateDownloaded: { mark: 'download', values: nothing },
  StatementDownloaded: { mark: 'download', values: nothing },
  BundleDownloaded: { mark: 'download', values: ({ complete }) => ({ complete: String(complete) }) },

  CaseWithdrawn: { mark: 'takenBack', values: ({ way }) => ({ way: way ?? 'none' }) },
  CaseClosed: { mark: 'check', values: nothing },
  CaseReopened: { mark: 'again', values: ({ reason }) => ({ reason: t(`case.reopen.reason.${reason}`) }) },
  // There is no case left to tell it in.

  // These are about the log, the law and the configuration, and belong to no case.
  LogRead: null,
  LogExported: null,
  RuleConfirmed: null,
  RuleConfirmationWithdrawn: null,
} satisfies { readonly [K in AuditKind]: StoryRow<K> | null };

/** The kinds that a story tells. */
export type StoryKind = {
  [K in AuditKind]: (typeof STORY_KINDS)[K] extends null ? never : K;
}[AuditKind];

export const isStoryKind = (kind: AuditKind): kind is StoryKind => STORY_KINDS[kind] !== null;

export const storyKinds = (): StoryKind[] => (Object.keys(STORY_KINDS) as AuditKind[]).filter(isStoryKind);

const TELLING: { readonly [K in StoryKind]: StoryRow<K> } = STORY_KINDS;

export const storyMark = (kind: StoryKind): Omit<StoryRow<StoryKind>, 'values'> => TELLING[kind];

export const storyValues = <K extends StoryKind>(
  { kind, data }: { readonly kind: K; readonly data: DataOf<K> },
  names: StoryNames,
): StoryValues => TELLING[kind].values(data, names);
