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
import type { StoryMark } from '@/lib/domain/audit/story';
import { storyMark } from '@/lib/features/cases/data/story-kinds';
import type { StoryEntry } from '@/lib/features/cases/types/story';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { Sub } from '@/lib/ui/lists';
import { STATE_INK } from '@/lib/ui/state';
import { Bubble } from '@/lib/ui/words';

/** What stands before a line. */
const ICONS: Readonly<Record<StoryMark, LucideIcon>> = {
  refused: Ban,
  bell: BellRing,
  calendar: CalendarClock,
  check: Check,
  done: CircleCheck,
  paused: CirclePause,
  resumed: CirclePlay,
  stopped: CircleStop,
  records: Database,
  download: Download,
  erased: Eraser,
  decided: FileCheck,
  bundleFailed: FileWarning,
  inbox: Inbox,
  mail: Mail,
  mailCheck: MailCheck,
  mailWarning: MailWarning,
  question: MessageCircleQuestionMark,
  message: MessageSquare,
  bundle: Package,
  started: PlayIcon,
  again: RotateCcw,
  note: StickyNote,
  warning: TriangleAlert,
  takenBack: Undo2,
  person: UserCheck,
  assigned: UserPlus,
};

/** A mail is marked by how far it came. */
const markOf = ({ kind, mail }: StoryEntry): { readonly mark: StoryMark; readonly state?: 'soon' | 'late' } => {
  if (mail?.state === 'failed') return { mark: 'mailWarning', state: 'late' };
  if (mail?.state === 'delayed') return { mark: 'mailWarning', state: 'soon' };
  return mail ? { mark: 'mail' } : storyMark(kind);
};

/** What happened, newest first: events, what people wrote, and mails with how far they came. */
export function StoryList({
  story,
  requester,
  timezone,
  letters,
  files,
}: {
  story: readonly StoryEntry[];
  requester: string;
  timezone: string;
  /** Where the letters of the case are read; null for whoever does not read them. */
  letters: string | null;
  /** Where the files of messages are opened; likewise. */
  files: string | null;
}) {
  return (
    <>
      <p className="mb-3 text-sm text-ink-3">{t('story.zone', { timezone: timezone.replace('_', ' ') })}</p>
      <ol aria-labelledby="story">
        {story.map((entry) => {
          const { mark, state } = markOf(entry);
          const Shape = ICONS[mark];
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
                {entry.files.length > 0 && files && (
                  <Sub>
                    <ul>
                      {entry.files.map(({ id, name, bytes }) => (
                        <li key={id} className="wrap-anywhere">
                          <a href={`${files}/${id}`}>{t('story.file', { name, size: Math.ceil(bytes / 1024) })}</a>
                        </li>
                      ))}
                    </ul>
                  </Sub>
                )}
                {entry.mail && (
                  <Sub>
                    {t(`mail.${entry.mail.state}`, {
                      attempts: entry.mail.attempts,
                      reason: t(`mailFailure.${entry.mail.reason ?? 'none'}`),
                    })}
                  </Sub>
                )}
                {entry.letter && letters && (
                  <Sub>
                    <a href={`${letters}/${entry.letter}`} target="_blank" rel="noreferrer">
                      {t('letter.kept')}
                    </a>
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
