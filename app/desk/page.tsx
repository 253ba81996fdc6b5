import type { Metadata } from 'next';
import Link from 'next/link';
import { CASE_STATES } from '@/lib/domain/case/types';
import { OutlookBanner } from '@/lib/features/calendars/components/outlook-banner';
import { loadOutlook } from '@/lib/features/calendars/loaders';
import { assignManyAction, searchAction } from '@/lib/features/queue/actions';
import { BulkBar } from '@/lib/features/queue/components/bulk-bar';
import { FilterForm } from '@/lib/features/queue/components/filter-form';
import { QueueChips } from '@/lib/features/queue/components/queue-chips';
import { QueueEmpty } from '@/lib/features/queue/components/queue-empty';
import { QueueKeys } from '@/lib/features/queue/components/queue-keys';
import { QueueTable } from '@/lib/features/queue/components/queue-table';
import { loadNextDueOn, loadQueue, loadQueueCounts } from '@/lib/features/queue/loaders';
import { queueFiltersSchema } from '@/lib/features/queue/schema';
import { SearchBox } from '@/lib/features/search/components/search-box';
import { SearchLine } from '@/lib/features/search/components/search-line';
import { searchNoteOf } from '@/lib/features/search/loaders';
import { mayConfigure } from '@/lib/features/staff/ability';
import { loadCaseWorkers } from '@/lib/features/staff/loaders/colleagues';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { Top } from '@/lib/ui/top';
import { Toolbar } from '@/lib/ui/toolbar';

export const metadata: Metadata = { title: t('title.queue') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const staff = await requireStaff('workCases');
  const raw = await searchParams;
  const filters = queueFiltersSchema.parse(raw);
  const [queue, counts, workers, outlook] = await Promise.all([
    loadQueue(staff, filters),
    loadQueueCounts(staff),
    loadCaseWorkers(),
    mayConfigure(staff) ? loadOutlook(staff) : [],
  ]);
  const { left, ...kept } = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const note = filters.found ? searchNoteOf(staff, kept.searched) : null;
  const address = (params: Record<string, string>) => {
    const query = new URLSearchParams(params).toString();
    return query ? `/desk?${query}` : '/desk';
  };
  return (
    <>
      <Top
        heading={t('queue.title')}
        end={
          <>
            <Link className={buttonClasses()} href="/desk/new" prefetch={false}>
              {t('log.heading')}
            </Link>
            <SearchBox action={searchAction} note={note} />
          </>
        }
      >
        <span className="text-ink-3">{t('queue.count', { shown: queue.total, open: counts.open })}</span>
      </Top>
      <OutlookBanner outlook={outlook} to="/desk/calendars" />
      <Toolbar role="group" aria-label={t('filter.label')}>
        <QueueChips
          filters={filters}
          params={kept}
          workers={workers}
          controllers={counts.byController.map(({ controller }) => controller)}
          path="/desk"
        />
        <FilterForm
          filters={filters}
          states={CASE_STATES}
          workers={workers}
          controllers={counts.byController.map(({ controller }) => controller)}
          path="/desk"
        />
        <span className="ms-auto text-ink-2 @max-narrow:ms-0">{t('queue.order')}</span>
      </Toolbar>
      {note && <SearchLine note={note} found={filters.found?.length ?? 0} />}
      {left && /^\d+$/.test(left) && (
        <Note className="mx-5 mt-3" role="status">
          {t('queue.left', { count: Number(left) })}
        </Note>
      )}
      {queue.rows.length === 0 ? (
        <QueueEmpty searched={filters.found !== undefined} nextDueOn={await loadNextDueOn(staff)} path="/desk" />
      ) : (
        <form action={assignManyAction} className="group/queue flex flex-1 flex-col">
          <input type="hidden" name="back" value={address(kept)} />
          <QueueTable rows={queue.rows} tickable to="/desk/cases" />
          {queue.after && (
            <p className="px-5 py-3">
              <Link className={buttonClasses()} href={address({ ...kept, after: queue.after })} prefetch={false}>
                {t('queue.next')}
              </Link>
            </p>
          )}
          <BulkBar workers={workers} me={staff.id} />
        </form>
      )}
      <QueueKeys />
    </>
  );
}
