import { env } from '@/lib/platform/env';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { staffMail } from './staff-mail';

/** What a colleague is told of their own way in; never a password or a code. */
export function accountMail(
  what: 'failed.password' | 'failed.code' | 'passwordReset' | 'totpReset' | 'passwordChanged',
): NoticeMail {
  const subject = t(`accountMail.${what}.subject`);
  const paragraphs = [t(`accountMail.${what}.text`), t('accountMail.where', { link: `${env().BASE_URL}/account` })];
  const footer = t('accountMail.footer');
  return staffMail(subject, paragraphs, footer);
}
