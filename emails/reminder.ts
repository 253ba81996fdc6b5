import type { Reminder } from '@/lib/domain/case/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { NoticeMail } from './notice';
import { staffMail } from './staff-mail';

/** One last day as its mail names it: by reference, never by a person. */
export type ReminderLine = Reminder & { readonly reference: string; readonly daysLeft: number; readonly link: string };

/** What one person of the desk is to know today, the most pressing first. */
export function reminderMail(lines: readonly ReminderLine[]): NoticeMail {
  const missed = lines.filter(({ mark }) => mark === 'missed').length;
  const cases = new Set(lines.map(({ reference }) => reference)).size;
  const subject = t('reminder.subject', { cases, missed });
  const said = lines.map(({ reference, regime, clock, lastDayOn, daysLeft, link }) => {
    const when = daysLeft < 0 ? 'missed' : daysLeft === 0 ? 'today' : 'ahead';
    const values = {
      reference,
      clock: t(`clock.kind.${clock}`),
      regime: t(`regime.${regime}`),
      date: longDate(lastDayOn, 'en'),
      days: Math.abs(daysLeft),
    };
    return `${t(`reminder.line.${when}`, values)}\n${link}`;
  });
  const paragraphs = [t('reminder.lead'), ...said];
  const footer = t('reminder.footer');
  return staffMail(subject, paragraphs, footer);
}
