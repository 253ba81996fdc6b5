import type { Metadata } from 'next';
import { loadMails } from '@/lib/features/mailbox/loaders';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { Reading, Title } from '@/lib/ui/reading';
import { Letter, LetterHead, Typed } from '@/lib/ui/letter';
import { Main } from '@/lib/ui/page';

export const metadata: Metadata = { title: 'Mailbox' };

const LINK = /(https?:\/\/\S+)/;

/** The mailbox of the demonstration, where no mail server is set: what people would have got. */
export default async function MailboxPage() {
  const mails = await loadMails();
  const t = translator('en', 'public');
  return (
    <Main>
      <Reading>
        <Title>{t('mailbox.title')}</Title>
        <p className="text-lg">{t('mailbox.text')}</p>
        {mails.length === 0 && <p className="text-ink-2">{t('mailbox.none')}</p>}
        {mails.map(({ id, locale, at, to, subject, text }) => (
          <Letter key={id} lang={locale}>
            <LetterHead>
              <b>{t('mailbox.to', { to })}</b>
              <time dateTime={at.toISOString()}>{shortDateAndTime(at, 'en', 'UTC')} UTC</time>
            </LetterHead>
            <h2>{subject}</h2>
            <Typed>
              {text.split(LINK).map((part) =>
                LINK.test(part) ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </Typed>
          </Letter>
        ))}
      </Reading>
    </Main>
  );
}
