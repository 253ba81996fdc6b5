import {
  Ban,
  BellRing,
  CalendarClock,
  Check,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleStop,
  Database,
  Download,
  FileCheck,
  FileWarning,
  Inbox,
  type LucideIcon,
  Mail,
  MailCheck,
  MailWarning,
  MessageCircleQuestionMark,
  MessageSquare,
  Package,
  PlayIcon,
  RotateCcw,
  StickyNote,
  TriangleAlert,
  Undo2,
  UserCheck,
  UserPlus,
} from 'lucide-react';
import type { AuditKind } from '@/lib/domain/audit/schema';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { StoryEntry } from '@/lib/features/cases/types/story';
import { longDate, shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

const SHAPES: Partial<Record<AuditKind, LucideIcon>> = {
  RequestReceived: Inbox,
  EmailConfirmed: MailCheck,
  IdentityAccepted: UserCheck,
  IdentityRejected: Ban,
  RejectionProposed: Ban,
  RejectionReturned: Undo2,
  CaseReopened: RotateCcw,
  CaseAssigned: UserPlus,
  MessageWritten: MessageSquare,
  NoteWritten: StickyNote,
  IdentityQuestioned: MessageCircleQuestionMark,
  ClarificationAsked: MessageCircleQuestionMark,
  ExtensionDecided: CalendarClock,
  ExtensionVoided: TriangleAlert,
  DeadlineExtended: CalendarClock,
  DeadlineRecounted: CalendarClock,
  DeadlineNeared: BellRing,
  DeadlinePassed: TriangleAlert,
  ClockPaused: CirclePause,
  ClockResumed: CirclePlay,
  UseStopped: CircleStop,
  RightCarriedOut: CircleCheck,
  NoticeResent: Mail,
  NoticeTold: UserCheck,
  CollectionStarted: PlayIcon,
  SourceFailed: TriangleAlert,
  SourceRetried: RotateCcw,
  CollectionFinished: Database,
  OutcomeDecided: FileCheck,
  DecisionApproved: CircleCheck,
  DecisionReturned: Undo2,
  DecisionRevoked: Undo2,
  BundleSealed: Package,
  BundleFailed: FileWarning,
  BundleRetried: RotateCcw,
  CollectionReopened: RotateCcw,
  DeliveryRefused: Ban,
  BundleDownloaded: Download,
  CaseWithdrawn: Undo2,
  CaseClosed: Check,
};

const NOTEWORTHY: readonly AuditKind[] = [
  'SourceFailed',
  'BundleFailed',
  'CollectionReopened',
  'ExtensionVoided',
  'DeadlineNeared',
];

const iconOf = ({ kind, mail }: StoryEntry): LucideIcon =>
  mail ? (mail.state === 'delayed' || mail.state === 'failed' ? MailWarning : Mail) : (SHAPES[kind] ?? Check);

const stateOf = ({ kind, mail }: StoryEntry): string | undefined => {
  if (mail?.state === 'failed' || kind === 'DeadlinePassed') return 'late';
  return mail?.state === 'delayed' || NOTEWORTHY.includes(kind) ? 'soon' : undefined;
};

/** What happened, newest first: events, what people wrote, and mails with how far they came. */
export function StoryList({
  story,
  requester,
  timezone,
}: {
  story: readonly StoryEntry[];
  requester: string;
  timezone: string;
}) {
  return (
    <>
      <p className="small faint">{t('story.zone', { timezone: timezone.replace('_', ' ') })}</p>
      <ol className="log">
        {story.map((entry) => {
          const Shape = iconOf(entry);
          return (
            <li key={entry.id} data-state={stateOf(entry)}>
              <time dateTime={entry.at.toISOString()}>
                {shortDateAndTime(entry.at, 'en', timezone).replace(/:\d\d$/, '')}
              </time>
              <span className="dot" aria-hidden="true">
                <Shape className="i" />
              </span>
              <div>
                <p>{t(`story.${entry.kind}`, { ...entry.values, who: entry.who ?? requester, ...spoken(entry) })}</p>
                {entry.words && (
                  <div className={entry.words.note ? 'bubble bubble--note' : 'bubble'} lang={entry.words.lang}>
                    {entry.words.text}
                  </div>
                )}
                {entry.mail && (
                  <p className="sub">
                    {t(`mail.${entry.mail.state}`, {
                      attempts: entry.mail.attempts,
                      reason: t(`mailFailure.${entry.mail.reason ?? 'none'}`),
                    })}
                  </p>
                )}
                {entry.who && !entry.words && entry.kind !== 'CaseAssigned' && (
                  <p className="sub">{t('story.by', { who: entry.who })}</p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Codes of an entry in words. */
function spoken({ kind, values }: StoryEntry): Record<string, string> {
  const code = (name: string) => String(values[name] ?? '');
  const day = (name: string) => longDate(code(name) as LocalDate, 'en');
  const clock = () => ({ regime: t(`regime.${code('regime')}`), clock: t(`clock.kind.${code('clock')}`) });
  switch (kind) {
    case 'IdentityQuestioned':
      return { doubt: t(`doubt.${code('doubt')}`) };
    case 'ExtensionDecided':
      return {
        reasons: new Intl.ListFormat('en').format(
          code('reasons')
            .split(' ')
            .map((reason) => t(`extensionReason.${reason}`)),
        ),
      };
    case 'ExtensionVoided':
      return { regime: t(`regime.${code('regime')}`) };
    case 'DeadlineExtended':
    case 'DeadlineNeared':
    case 'DeadlinePassed':
    case 'ClockPaused':
    case 'ClockResumed':
      return { ...clock(), on: day('on') };
    case 'DeadlineRecounted':
      return { was: day('was'), on: day('on') };
    case 'DecisionRevoked':
    case 'UseStopped':
      return { right: t(`right.${code('right')}`) };
    case 'RightCarriedOut':
      return { right: t(`right.${code('right')}`), on: day('on') };
    case 'NoticeResent':
    case 'NoticeTold':
      return { notice: t(`notice.${code('notice')}`) };
    case 'SourceFailed':
      return { reason: t(`failure.${code('reason')}`) };
    case 'OutcomeDecided':
      return { right: t(`right.${code('right')}`), outcome: t(`outcome.${code('outcome')}.label`) };
    case 'CaseReopened':
      return { reason: t(`case.reopen.reason.${code('reason')}`) };
    case 'RejectionReturned':
    case 'DecisionReturned':
      return { reason: t(`return.reason.${code('reason')}`) };
    case 'NoticeQueued':
      return { notice: t(`notice.${code('notice')}`), language: t(`language.${code('locale')}`), tells: code('tells') };
    default:
      return {};
  }
}
