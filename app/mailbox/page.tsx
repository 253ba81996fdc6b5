import type { Metadata } from 'next';
import { loadMails } from '@/lib/features/mailbox/loaders';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';

export const metadata: Metadata = { title: 'Mailbox' };

const LINK = /(https?:\/\/\S+)/;

/** The mailbox of the demonstration, where no mail server is set: what people would have got. */
export default async function MailboxPage() {
  const mails = await loadMails();
  const t = translator('en', 'public');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <h1 className="title">{t('mailbox.title')}</h1>
        <p className="lead">{t('mailbox.text')}</p>
        {mails.length === 0 && <p className="muted">{t('mailbox.none')}</p>}
        {mails.map(({ id, locale, at, to, subject, text }) => (
          <article className="letter" key={id} lang={locale}>
            <header>
              <b>{t('mailbox.to', { to })}</b>
              <time dateTime={at.toISOString()}>{shortDateAndTime(at, 'en', 'UTC')} UTC</time>
            </header>
            <h2>{subject}</h2>
            <p className="typed">
              {text.split(LINK).map((part) =>
                LINK.test(part) ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </article>
        ))}
      </div>
    </main>
  );
}
