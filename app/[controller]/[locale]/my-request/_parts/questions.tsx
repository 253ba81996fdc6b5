import { describeShortDate } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { StatusView } from '../view';

/** What we asked and wait for: the question itself, and whether the date waits too. */
export function Questions({ portal: { t, law, home, definition }, status: { questions } }: StatusView) {
  return questions.map(({ cause, askedAt, text, waits }) => (
    <section key={cause} className="letter question" aria-labelledby={`question-${cause}`}>
      <header>
        <h2 id={`question-${cause}`}>{t('status.question.title', { cause })}</h2>
        <span>
          {t('status.question.asked', {
            date: describeShortDate(localDateOf(askedAt.toISOString(), definition.timezone), law),
          })}
        </span>
      </header>
      <p className="typed">{text}</p>
      <p className="small muted">{t(waits ? 'status.question.waits' : 'status.question.runs')}</p>
      <p className="actions">
        <a className="btn btn--main" href={`${home}/my-request/write`}>
          {t('status.question.button')}
        </a>
      </p>
    </section>
  ));
}
