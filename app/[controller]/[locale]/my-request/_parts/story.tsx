import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import type { CaseState } from '@/lib/domain/case/types';
import type { StatusView } from '../view';

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

function comingNext({ state, questions, unfinished, check }: StatusView['status']): string | null {
  if (questions.length > 0 && NEXT[state] !== null) return 'answer';
  if (state === 'verifying' && check === 'mandate') return 'mandate';
  return state === 'ready' && unfinished ? 'carryOut' : NEXT[state];
}

/** The newest on top; above it what comes next, and the last day. */
export function Story({ portal: { t, law, locale, definition }, status }: StatusView) {
  const next = comingNext(status);
  const { systems } = status;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('story.title')}</h2>
      <ol className="story">
        {next !== null && status.clock.pausedSinceOn === null && (
          <li className="last">
            <span className="when">{longDate(status.dueOn, locale)}</span>
            <b>{t('story.lastDay')}</b>
          </li>
        )}
        {next !== null && (
          <li className="is-next">
            <b>{t('story.next', { what: t(`story.coming.${next}`) })}</b>
            {status.state === 'collecting' && (
              <p className="muted">{t('story.progress', { answered: systems.answered, all: systems.all })}</p>
            )}
          </li>
        )}
        {status.story.toReversed().map(({ kind, at, values, right }) => (
          <li key={`${kind}:${right ?? ''}:${at.toISOString()}`}>
            <time dateTime={at.toISOString()}>{dateAndTime(at, locale, definition.timezone)}</time>
            <b>{t(`story.was.${kind}`, { ...values, right: right ? law(`right.${right}.plain`) : '' })}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
