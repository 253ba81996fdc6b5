import { dateAndTime } from '@/lib/platform/i18n/dates';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Section } from '@/lib/ui/reading';
import { Letter, LetterHead, Typed } from '@/lib/ui/letter';
import type { StatusView } from '../view';

/** The conversation with the desk, the newest first. */
export function Messages({
  portal: { t, home, locale, definition },
  status: { messages, name, state },
  written,
}: StatusView & { written: boolean }) {
  if (messages.length === 0 && state === 'closed') return null;
  return (
    <Section id="messages" heading={t('messages.title')}>
      {written && <Note role="status">{t('messages.written')}</Note>}
      {messages.length === 0 && <p className="text-ink-2">{t('messages.none')}</p>}
      {messages.toReversed().map(({ id, author, about, body, at }) => (
        <Letter key={id}>
          <LetterHead>
            <b>
              {author === 'desk' ? t('messages.desk', { controller: definition.name }) : name}
              {about && `: ${t(`messages.about.${about}`)}`}
            </b>
            <time dateTime={at.toISOString()}>{dateAndTime(at, locale, definition.timezone)}</time>
          </LetterHead>
          <Typed>{body}</Typed>
        </Letter>
      ))}
      {state !== 'closed' && (
        <p className={ACTIONS}>
          <a className={buttonClasses()} href={`${home}/my-request/write`}>
            {t('messages.write')}
          </a>
        </p>
      )}
    </Section>
  );
}
