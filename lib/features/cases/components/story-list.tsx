import clsx from 'clsx';
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
import { Icon } from '@/lib/ui/icon';
import { Sub } from '@/lib/ui/lists';
import { STATE_INK } from '@/lib/ui/state';
import { Bubble } from '@/lib/ui/words';

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
      <p className="text-sm text-ink-3">{t('story.zone', { timezone: timezone.replace('_', ' ') })}</p>
      <ol aria-labelledby="story">
        {story.map((entry) => {
          const { icon: Shape, state } = markOf(entry);
          return (
            <li
              key={entry.id}
              data-state={state}
              className="relative grid grid-cols-[6.75rem_1.5rem_minmax(0,1fr)] gap-x-3 pb-4.5 before:absolute before:start-33 before:top-5 before:-bottom-1 before:w-px before:bg-line-strong last:before:hidden @max-narrow:grid-cols-[1.5rem_minmax(0,1fr)] @max-narrow:before:start-3"
            >
              <time
                className="text-end text-sm/5.5 text-ink-3 @max-narrow:-order-1 @max-narrow:col-start-2 @max-narrow:text-start"
                dateTime={entry.at.toISOString()}
              >
                {shortDateAndTime(entry.at, 'en', timezone).replace(/:\d\d$/, '')}
              </time>
              <span
                className={clsx(
                  'z-1 grid size-6 place-items-center rounded-full border border-line-strong bg-surface text-[0.8125rem] @max-narrow:col-start-1 @max-narrow:row-span-2 @max-narrow:row-start-1',
                  state ? STATE_INK[state] : 'text-ink-2',
                )}
                aria-hidden="true"
              >
                <Icon of={Shape} />
              </span>
              <div>
                <p>{t(`story.${entry.kind}`, { ...entry.values, who: entry.who ?? requester })}</p>
                {entry.words && (
                  <Bubble note={entry.words.note} lang={entry.words.lang}>
                    {entry.words.text}
                  </Bubble>
                )}
                {entry.mail && (
                  <Sub>
                    {t(`mail.${entry.mail.state}`, {
                      attempts: entry.mail.attempts,
                      reason: t(`mailFailure.${entry.mail.reason ?? 'none'}`),
                    })}
                  </Sub>
                )}
                {entry.who && !entry.words && entry.kind !== 'CaseAssigned' && (
                  <Sub>{t('story.by', { who: entry.who })}</Sub>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
