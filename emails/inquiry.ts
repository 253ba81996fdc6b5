import { longDate } from '@/lib/platform/i18n/dates';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { page } from './page';

/** What the owner of a system is asked. Whom it is about stands on the page behind the link alone. */
export function inquiryMail(about: {
  readonly kind: 'asked' | 'reminder';
  readonly owner: string;
  readonly system: string;
  readonly controller: string;
  readonly accent: string;
  readonly answerBy: Date;
  readonly link: string;
}): NoticeMail {
  const { kind, owner, system, controller, accent, link } = about;
  const values = { owner, system, controller, date: longDate(localDateOf(about.answerBy.toISOString(), 'UTC'), 'en') };
  const subject = t(`inquiry.mail.${kind}.subject`, values);
  const paragraphs = [
    t('inquiry.mail.greeting', values),
    t(`inquiry.mail.${kind}.text`, values),
    t('inquiry.mail.how'),
  ];
  const footer = t('inquiry.mail.footer', values);
  const button = { label: t('inquiry.mail.button'), link };
  return {
    subject,
    text: [...paragraphs, `${button.label}: ${link}`, footer].join('\n\n'),
    html: page({ locale: 'en', subject, paragraphs, code: null, button, footer, accent, controller }),
  };
}
