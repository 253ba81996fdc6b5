import { describeShortDate } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Letter, LetterHead, Typed } from '@/lib/ui/letter';
import type { StatusView } from '../view';

/** What we asked and wait for: the question itself, and whether the date waits too. */
export function Questions({ portal: { t, law, home, definition }, status: { questions } }: StatusView) {
  return questions.map(({ cause, askedAt, text, waits }) => (
    <Letter as="section" key={cause} className="mt-11" aria-labelledby={`question-${cause}`}>
      <LetterHead>
        <h2 id={`question-${cause}`}>{t('status.question.title', { cause })}</h2>
        <span>
          {t('status.question.asked', {
            date: describeShortDate(localDateOf(askedAt.toISOString(), definition.timezone), law),
          })}
        </span>
      </LetterHead>
      <Typed>{text}</Typed>
      <p className="text-sm text-ink-2">{t(waits ? 'status.question.waits' : 'status.question.runs')}</p>
      <p className={ACTIONS}>
        <a className={buttonClasses({ look: 'main' })} href={`${home}/my-request/write`}>
          {t('status.question.button')}
        </a>
      </p>
    </Letter>
  ));
}
