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
  Eraser,
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
import type { StoryKind } from '@/lib/features/cases/data/story-kinds';
import type { StoryEntry } from '@/lib/features/cases/types/story';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What stands before a line; `state` where somebody has to look, or is too late. */
type Mark = { readonly icon: LucideIcon; readonly state?: 'soon' | 'late' };

const MARKS: { readonly [K in StoryKind]: Mark } = {
  RequestReceived: { icon: Inbox },
  EmailConfirmed: { icon: MailCheck },
  IdentityQuestioned: { icon: MessageCircleQuestionMark },
  IdentifierAdded: { icon: Check },
  IdentityAccepted: { icon: UserCheck },
  ClarificationAsked: { icon: MessageCircleQuestionMark },
  QuestionAnswered: { icon: Check },
  IdentityRejected: { icon: Ban },
  RejectionProposed: { icon: Ban },
  RejectionReturned: { icon: Undo2 },
  CaseAssigned: { icon: UserPlus },
  MessageWritten: { icon: MessageSquare },
  NoteWritten: { icon: StickyNote },
  ExtensionDecided: { icon: CalendarClock },
  ExtensionVoided: { icon: TriangleAlert, state: 'soon' },
  DeadlineExtended: { icon: CalendarClock },
  ClockPaused: { icon: CirclePause },
  ClockResumed: { icon: CirclePlay },
  DeadlineNeared: { icon: BellRing, state: 'soon' },
  DeadlineRecounted: { icon: CalendarClock },
  UseStopped: { icon: CircleStop },
  RightCarriedOut: { icon: CircleCheck },
  ErasureStarted: { icon: Eraser },
  ErasureProved: { icon: Eraser },
  DeadlinePassed: { icon: TriangleAlert, state: 'late' },
  CollectionStarted: { icon: PlayIcon },
  SourceFailed: { icon: TriangleAlert, state: 'soon' },
  SourceRetried: { icon: RotateCcw },
  CollectionFinished: { icon: Database },
  CollectionReopened: { icon: RotateCcw, state: 'soon' },
  OutcomeDecided: { icon: FileCheck },
  DecisionRevoked: { icon: Undo2 },
  DecisionApproved: { icon: CircleCheck },
  DecisionReturned: { icon: Undo2 },
  BundleSealed: { icon: Package },
  BundleFailed: { icon: FileWarning, state: 'soon' },
  BundleRetried: { icon: RotateCcw },
  BundleDestroyed: { icon: Check },
  NoticeQueued: { icon: Check },
  NoticeResent: { icon: Mail },
  NoticeTold: { icon: UserCheck },
  DeliveryVerified: { icon: Check },
  DeliveryRefused: { icon: Ban },
  BundleDownloaded: { icon: Download },
  CaseWithdrawn: { icon: Undo2 },
  CaseClosed: { icon: Check },
  CaseReopened: { icon: RotateCcw },
};

/** A mail is marked by how far it came. */
const markOf = ({ kind, mail }: StoryEntry): Mark => {
  if (mail?.state === 'failed') return { icon: MailWarning, state: 'late' };
  if (mail?.state === 'delayed') return { icon: MailWarning, state: 'soon' };
  return mail ? { icon: Mail } : MARKS[kind];
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
          const { icon: Shape, state } = markOf(entry);
          return (
            <li key={entry.id} data-state={state}>
              <time dateTime={entry.at.toISOString()}>
                {shortDateAndTime(entry.at, 'en', timezone).replace(/:\d\d$/, '')}
              </time>
              <span className="dot" aria-hidden="true">
                <Shape className="i" />
              </span>
              <div>
                <p>{t(`story.${entry.kind}`, { ...entry.values, who: entry.who ?? requester })}</p>
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
