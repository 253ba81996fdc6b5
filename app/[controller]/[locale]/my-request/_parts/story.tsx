import clsx from 'clsx';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import type { CaseState } from '@/lib/domain/case/types';
import { Section } from '@/lib/ui/reading';
import type { StatusView } from '../view';

const ITEM = clsx(
  'relative ps-7 pb-[1.35rem]',
  'before:absolute before:start-[0.3rem] before:top-[0.6rem] before:-bottom-[0.6rem] before:w-0.5 before:bg-line last:before:hidden',
  'after:absolute after:start-0 after:top-[0.45rem] after:size-3 after:border-2',
);

/** The shape at the line: full for what was, empty for what comes, square for the last day. */
const DOTS = {
  was: 'after:rounded-full after:border-accent after:bg-accent',
  next: 'after:rounded-full after:border-accent after:bg-canvas',
  lastDay: 'after:border-ink after:bg-ink',
} as const;

const WHEN = 'block text-sm text-ink-2';

/** What comes next, told from the state of the case; null where nothing does. */
const NEXT: Readonly<Record<CaseState, string | null>> = {
  received: 'email',
  verifying: 'identity',
  verified: 'collect',
  collecting: 'collect',
  reviewing: 'decide',
  awaitingApproval: 'approve',
  preparing: 'bundle',
  ready: null,
  closed: null,
};

function comingNext({ state, questions, unfinished, check, mandate }: StatusView['status']): string | null {
  if (mandate === 'stopped') return null;
  if (questions.length > 0 && NEXT[state] !== null) return 'answer';
  if (state === 'verifying' && check === 'mandate') return 'mandate';
  return state === 'ready' && unfinished ? 'carryOut' : NEXT[state];
}

/** The newest on top; above it what comes next, and the last day. */
export function Story({ portal: { t, law, locale, definition }, status }: StatusView) {
  const next = comingNext(status);
  const { systems } = status;
  return (
    <Section id="story" heading={t('story.title')}>
      <ol>
        {next !== null && status.clock.pausedSinceOn === null && (
          <li className={clsx(ITEM, DOTS.lastDay)}>
            <span className={WHEN}>{longDate(status.lastDayOn, locale)}</span>
            <b className="block">{t('story.lastDay')}</b>
          </li>
        )}
        {next !== null && (
          <li className={clsx(ITEM, DOTS.next)}>
            <b className="block">{t('story.next', { what: t(`story.coming.${next}`) })}</b>
            {status.state === 'collecting' && (
              <p className="text-ink-2">{t('story.progress', { answered: systems.answered, all: systems.all })}</p>
            )}
          </li>
        )}
        {status.story.toReversed().map(({ kind, at, values, right }) => (
          <li className={clsx(ITEM, DOTS.was)} key={`${kind}:${right ?? ''}:${at.toISOString()}`}>
            <time className={WHEN} dateTime={at.toISOString()}>
              {dateAndTime(at, locale, definition.timezone)}
            </time>
            <b className="block">
              {t(`story.was.${kind}`, { ...values, right: right ? law(`right.${right}.plain`) : '' })}
            </b>
            <p className="text-ink-2">{t(`story.more.${kind}`, values)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
