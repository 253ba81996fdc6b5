import { dpoText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { staffMail } from './staff-mail';

/** A checkpoint of the log, for somebody to keep where nobody who administers the database can reach it. */
export function checkpointMail(note: string): NoticeMail {
  const subject = t('checkpointMail.subject');
  const [text, how] = [t('checkpointMail.text'), t('checkpointMail.how')];
  const commands = 'npx rightsdesk audit check --against FILE\nnpx rightsdesk audit verify EXPORT --against FILE';
  const footer = t('checkpointMail.footer');
  return staffMail(subject, [text, { verbatim: note }, how, { verbatim: commands }], footer);
}
