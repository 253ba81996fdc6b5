import { dpoText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { page } from './page';

const INK = '#1a1d21';

/** A checkpoint of the log, for somebody to keep where nobody who administers the database can reach it. */
export function checkpointMail(note: string): NoticeMail {
  const subject = t('checkpointMail.subject');
  const paragraphs = [t('checkpointMail.text'), note, t('checkpointMail.how')];
  const footer = t('checkpointMail.footer');
  return { subject, text: [...paragraphs, footer].join('\n\n'), html: page({ locale: 'en', subject, paragraphs, code: null, button: null, footer, accent: INK, controller: 'Rightsdesk' }) };
}
