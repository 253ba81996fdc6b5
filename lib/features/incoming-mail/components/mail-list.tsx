import Link from 'next/link';
import type { MailView } from '@/lib/features/incoming-mail/loaders';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Panel } from '@/lib/ui/panel';

/** What waits, the oldest first: its time has run the longest. */
export const MailList = ({ mails }: { mails: readonly MailView[] }) => (
  <Panel id="waiting" heading={t('mails.waiting')}>
    <p className="mb-3 max-w-160 text-ink-2">{mails.length > 0 ? t('mails.why') : t('mails.none')}</p>
    <ul className="divide-y divide-line">
      {mails.map(({ id, subject, from, receivedAt, wishes, controller }) => (
        <li key={id} className="py-3">
          <Link className="font-medium wrap-anywhere" href={`/desk/mails/${id}`} prefetch={false}>
            {subject}
          </Link>
          <p className="text-sm wrap-anywhere text-ink-2">
            {[from, controller.name, dateAndTime(receivedAt, 'en', controller.timezone)].join(' · ')}
          </p>
          <p className="text-sm">
            {wishes.length > 0 ? t('mails.asks', { wishes: wishes.join(', ') }) : t('mails.asksNothing')}
          </p>
        </li>
      ))}
    </ul>
  </Panel>
);
