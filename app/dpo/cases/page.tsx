import type { Metadata } from 'next';
import Link from 'next/link';
import { CASE_STATES } from '@/lib/domain/case/types';
import { FilterForm } from '@/lib/features/queue/components/filter-form';
import { QueueChips } from '@/lib/features/queue/components/queue-chips';
import { QueueEmpty } from '@/lib/features/queue/components/queue-empty';
import { QueueTable } from '@/lib/features/queue/components/queue-table';
import { loadNextDueOn, loadQueue, loadQueueCounts } from '@/lib/features/queue/loaders';
import { queueFiltersSchema } from '@/lib/features/queue/schema';
import { loadCaseWorkers } from '@/lib/features/staff/loaders/colleagues';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { Top } from '@/lib/ui/top';
import { Toolbar } from '@/lib/ui/toolbar';

export const metadata: Metadata = { title: t('title.cases') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DpoCasesPage({ searchParams }: Props) {
  const staff = await requireStaff('oversee');
  const raw = await searchParams;
  const filters = queueFiltersSchema.parse(raw);
  const [queue, counts, workers] = await Promise.all([
    loadQueue(staff, filters),
    loadQueueCounts(staff),
    loadCaseWorkers(),
  ]);
  const params = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const controllers = counts.byController.map(({ controller }) => controller);
  return (
    <>
      <Top heading={t('cases.heading')}>
        <span className="text-ink-3">{deskText('queue.count', { shown: queue.total, open: counts.open })}</span>
      </Top>
      <Toolbar role="group" aria-label={t('filter.label')}>
        <QueueChips filters={filters} params={params} workers={workers} controllers={controllers} path="/dpo/cases" />
        <FilterForm
          filters={filters}
          states={CASE_STATES}
          workers={workers}
          controllers={controllers}
          path="/dpo/cases"
        />
        <span className="ms-auto text-ink-2 @max-narrow:ms-0">{t('cases.readOnly')}</span>
      </Toolbar>
      {queue.rows.length === 0 ? (
        <QueueEmpty searched={false} nextDueOn={await loadNextDueOn(staff)} path="/dpo/cases" />
      ) : (
        <QueueTable rows={queue.rows} tickable={false} to="/dpo/cases" />
      )}
      {queue.after && (
        <p className="px-5 py-3">
          <Link
            className={buttonClasses()}
            href={`/dpo/cases?${new URLSearchParams({ ...params, after: queue.after })}`}
            prefetch={false}
          >
            {deskText('queue.next')}
          </Link>
        </p>
      )}
    </>
  );
}
