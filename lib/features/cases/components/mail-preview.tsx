import type { MailPreview as Mail } from '@/lib/features/cases/types/look';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Fold } from '@/lib/ui/fold';
import { Bubble } from '@/lib/ui/words';

/** What the person will be sent, word for word, before anybody sends it. */
export const MailPreview = ({ mail, lang }: { mail: Mail; lang: string }) => (
  <Fold summary={t('preview.mail')}>
    <Bubble lang={lang}>
      <p>
        <b>{mail.subject}</b>
      </p>
      {mail.text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Bubble>
  </Fold>
);
