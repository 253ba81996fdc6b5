import Link from 'next/link';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Why the list is empty, and the one thing to do. */
export function QueueEmpty({
  searched,
  nextDueOn,
  path,
}: {
  searched: boolean;
  nextDueOn: LocalDate | null;
  path: string;
}) {
  return (
    <div className="empty">
      <p>{searched ? t('queue.empty.search') : t('queue.empty.filters')}</p>
      {!searched && nextDueOn && <p className="muted">{t('queue.empty.next', { date: shortDate(nextDueOn, 'en') })}</p>}
      <p className="mt">
        <Link className="btn" href={path} prefetch={false}>
          {t('queue.empty.all')}
        </Link>
      </p>
    </div>
  );
}
