import type { AuditEventData, AuditKind } from '@/lib/domain/audit/schema';
import { localDate } from '@/lib/domain/calendar/local-date';
import { allRules } from '@/lib/domain/law/rights';
import { ELSEWHERE } from '@/lib/features/cases/schema';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What ids in the log stand for. */
export type StoryNames = {
  readonly staff: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, string>;
  /** Kinds of notices by id. */
  readonly notices: ReadonlyMap<string, string>;
};

export type StoryValues = Readonly<Record<string, string | number>>;

type DataOf<K extends AuditKind> = Extract<AuditEventData, { kind: K }>['data'];

/** What fills the text `story.<kind>`: codes in words, counts and names, never what a person wrote. */
type Told<K extends AuditKind> = (data: DataOf<K>, names: StoryNames) => StoryValues;

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
  RequestReceived: ({ channel, rights }) => ({ channel, rights: rights.length }),
  EmailConfirmed: ({ method }) => ({ method }),
  // Tries that did not succeed move nothing in the case.
  EmailConfirmationFailed: null,
  EmailConfirmationRenewed: null,
  IdentityQuestioned: ({ doubt }) => ({ doubt: t(`doubt.${doubt}`) }),
  IdentifierAdded: ({ identifier }) => ({ identifier }),
  IdentityAccepted: ({ method }) => ({ method }),
  ClarificationAsked: ({ largeQuantity }) => ({ largeQuantity: String(largeQuantity) }),
  QuestionAnswered: ({ question, way }) => ({ question, way }),
  IdentityRejected: nothing,
  RejectionProposed: ({ asked }) => ({ asked: String(asked) }),
  RejectionReturned: returnedFor,

  // These are about staff and calendars, and belong to no case.
  StaffSignedIn: null,
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

  CaseAssigned: ({ staffId }, { staff }) =>
    staffId === null ? { to: 'nobody', name: '' } : { to: 'someone', name: staff.get(staffId) ?? '–' },
  MessageWritten: nothing,
  NoteWritten: nothing,
  ExtensionDecided: ({ reasons }) => ({
    reasons: new Intl.ListFormat('en').format(reasons.map((reason) => t(`extensionReason.${reason}`))),
  }),
  ExtensionVoided: ({ regime, reason }) => ({ regime: t(`regime.${regime}`), reason }),
  DeadlineExtended: ({ dueOn, ...data }) => ({ ...clockOf(data), on: day(dueOn) }),
  ClockPaused: ({ on, ...data }) => ({ ...clockOf(data), on: day(on) }),
  ClockResumed: ({ on, ...data }) => ({ ...clockOf(data), on: day(on) }),
  DeadlineNeared: ({ dueOn, mark, ...data }) => ({ ...clockOf(data), mark, on: day(dueOn) }),
  DeadlineRecounted: ({ was, dueOn }) => ({ was: day(was), on: day(dueOn) }),
  UseStopped: rightOf,
  RightCarriedOut: ({ right, on, systems }, names) => ({
    ...rightOf({ right }),
    on: day(on),
    systems: new Intl.ListFormat('en').format(
      systems.map((id) => (id === ELSEWHERE ? t('carryOut.elsewhere') : systemOf(id, names))),
    ),
  }),
  ErasureStarted: ({ systems }, names) => ({
    systems: new Intl.ListFormat('en').format(systems.map((id) => systemOf(id, names))),
  }),
  ErasureProved: ({ systems }) => ({
    deleted: systems.reduce((sum, { deleted }) => sum + deleted, 0),
    blanked: systems.reduce((sum, { blanked }) => sum + blanked, 0),
    kept: systems.reduce((sum, { kept }) => sum + kept, 0),
  }),
  DeadlinePassed: ({ dueOn, ...data }) => ({ ...clockOf(data), on: day(dueOn) }),

  CollectionStarted: ({ systems }) => ({ systems: systems.length }),
  // The list of systems beside the story has each answer; the story has the last one, as the collection finished.
  SourceAnswered: null,
  SourceFailed: ({ system, reason, attempt }, names) => ({
    system: systemOf(system, names),
    reason: t(`failure.${reason}`),
    attempt,
  }),
  SourceRetried: ({ system }, names) => ({ system: systemOf(system, names) }),
  CollectionFinished: ({ systems, records }) => ({ systems, records }),
  CollectionReopened: ({ systems }, names) => ({ systems: systems.map((id) => systemOf(id, names)).join(', ') }),

  // What was hidden or left shown is in the ledger of the review.
  ValueRedacted: null,
  RedactionUndone: null,
  ValueDisclosed: null,
  KeepShownUndone: null,
  OutcomeDecided: ({ right, outcome }) => ({ ...rightOf({ right }), outcome: t(`outcome.${outcome}.label`) }),
  DecisionRevoked: rightOf,
  DecisionApproved: nothing,
  DecisionReturned: returnedFor,

  BundleSealed: ({ records, sizeBytes }) => ({ records, megabytes: (sizeBytes / 1_000_000).toFixed(1) }),
  BundleFailed: ({ attempt }) => ({ attempt }),
  BundleRetried: nothing,
  BundleDestroyed: nothing,
  // It is made without a case.
  PreviewMade: null,

  NoticeQueued: ({ notice, locale, tells }) => ({
    notice: t(`notice.${notice}`),
    language: t(`language.${locale}`),
    tells: citationsOf(tells?.map(({ rule }) => rule) ?? []),
  }),
  // How far a mail came stands under the line that says it was queued.
  MailSent: null,
  MailDelayed: null,
  MailLeftUnanswered: null,
  MailFailed: null,
  NoticeResent: ({ noticeId }, names) => noticeOf(noticeId, names),
  NoticeTold: ({ noticeId, way }, names) => ({ ...noticeOf(noticeId, names), way }),

  // The mail that offers it is told as a notice.
  DeliveryVerified: nothing,
  DeliveryRefused: ({ reason }) => ({ reason }),
  BundleDownloaded: ({ complete }) => ({ complete: String(complete) }),

  CaseWithdrawn: ({ way }) => ({ way: way ?? 'none' }),
  CaseClosed: nothing,
  CaseReopened: ({ reason }) => ({ reason: t(`case.reopen.reason.${reason}`) }),
  // There is no case left to tell it in.

  // These are about the log, the law and the configuration, and belong to no case.
  LogRead: null,
  LogExported: null,
  RuleConfirmed: null,
  RuleConfirmationWithdrawn: null,
} satisfies { readonly [K in AuditKind]: Told<K> | null };

/** The kinds that a story tells. */
export type StoryKind = {
  [K in AuditKind]: (typeof STORY_KINDS)[K] extends null ? never : K;
}[AuditKind];

export const isStoryKind = (kind: AuditKind): kind is StoryKind => STORY_KINDS[kind] !== null;

export const storyKinds = (): StoryKind[] => (Object.keys(STORY_KINDS) as AuditKind[]).filter(isStoryKind);

const TELLING: { readonly [K in StoryKind]: Told<K> } = STORY_KINDS;

export const storyValues = <K extends StoryKind>(
  { kind, data }: { readonly kind: K; readonly data: DataOf<K> },
  names: StoryNames,
): StoryValues => TELLING[kind](data, names);
