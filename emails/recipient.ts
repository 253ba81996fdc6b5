import type { ToldStep } from '@/lib/domain/case/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { page } from './page';

/** What a recipient is told: that something was done, and in which kinds of data. Whom it is about stands on the page behind the link alone. */
export function recipientMail(about: {
  readonly step: ToldStep;
  readonly recipient: string;
  readonly controller: string;
  readonly reference: string;
  readonly data: string;
  readonly accent: string;
  readonly link: string;
}): NoticeMail {
  const { step, recipient, controller, reference, data, accent, link } = about;
  const values = { recipient, controller, reference, data };
  const subject = t(`recipients.mail.${step}.subject`, values);
  const paragraphs = [
    t('recipients.mail.greeting', values),
    t(`recipients.mail.${step}.text`, values),
    t('recipients.mail.how'),
  ];
  const footer = t('recipients.mail.footer', values);
  const button = { label: t('recipients.mail.button'), link };
  return {
    subject,
    text: [...paragraphs, `${button.label}: ${link}`, footer].join('\n\n'),
    html: page({ locale: 'en', subject, paragraphs, code: null, button, footer, accent, controller }),
  };
}
