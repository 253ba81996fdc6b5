import { dpoText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { OWN_ACCENT, page } from './page';

/** A checkpoint of the log, for somebody to keep where nobody who administers the database can reach it. */
export function checkpointMail(note: string): NoticeMail {
  const subject = t('checkpointMail.subject');
  const [text, how] = [t('checkpointMail.text'), t('checkpointMail.how')];
  const commands = 'npx rightsdesk audit check --against FILE\nnpx rightsdesk audit verify EXPORT --against FILE';
  const footer = t('checkpointMail.footer');
  return {
    subject,
    text: [text, note, how, commands, footer].join('\n\n'),
    html: page({
      locale: 'en',
      subject,
      paragraphs: [text, { verbatim: note }, how, { verbatim: commands }],
      code: null,
      button: null,
      footer,
      accent: OWN_ACCENT,
      controller: 'Rightsdesk',
    }),
  };
}
