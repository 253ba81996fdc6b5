import Link from 'next/link';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';

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
    <div className="px-5 py-16 text-center">
      <p>{searched ? t('queue.empty.search') : t('queue.empty.filters')}</p>
      {!searched && nextDueOn && (
        <p className="text-ink-2">{t('queue.empty.next', { date: shortDate(nextDueOn, 'en') })}</p>
      )}
      <p className="mt-3">
        <Link className={buttonClasses()} href={path} prefetch={false}>
          {t('queue.empty.all')}
        </Link>
      </p>
    </div>
  );
}
