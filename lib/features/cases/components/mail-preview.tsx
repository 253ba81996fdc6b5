import type { MailPreview as Mail } from '@/lib/features/cases/types/page';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What the person will be sent, word for word, before anybody sends it. */
export const MailPreview = ({ mail, lang }: { mail: Mail; lang: string }) => (
  <details>
    <summary>{t('preview.mail')}</summary>
    <div className="bubble" lang={lang}>
      <p>
        <b>{mail.subject}</b>
      </p>
      {mail.text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  </details>
);
