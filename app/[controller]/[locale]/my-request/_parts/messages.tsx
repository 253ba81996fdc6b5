import { dateAndTime } from '@/lib/platform/i18n/dates';
import type { StatusView } from '../view';

/** The conversation with the desk, the newest first. */
export function Messages({
  portal: { t, home, locale, definition },
  status: { messages, name, state },
  written,
}: StatusView & { written: boolean }) {
  if (messages.length === 0 && state === 'closed') return null;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('messages.title')}</h2>
      {written && (
        <p className="note" role="status">
          {t('messages.written')}
        </p>
      )}
      {messages.length === 0 && <p className="muted">{t('messages.none')}</p>}
      {messages.toReversed().map(({ id, author, body, at }) => (
        <article className="letter" key={id}>
          <header>
            <b>{author === 'desk' ? t('messages.desk', { controller: definition.name }) : name}</b>
            <time dateTime={at.toISOString()}>{dateAndTime(at, locale, definition.timezone)}</time>
          </header>
          <p className="typed">{body}</p>
        </article>
      ))}
      {state !== 'closed' && (
        <p className="actions">
          <a className="btn" href={`${home}/my-request/write`}>
            {t('messages.write')}
          </a>
        </p>
      )}
    </section>
  );
}
