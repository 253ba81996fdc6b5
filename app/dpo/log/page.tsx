import type { Metadata } from 'next';
import Link from 'next/link';
import { HealthBanner } from '@/lib/features/log/components/health-banner';
import { ExportMenu, LogFilterBar } from '@/lib/features/log/components/log-filters';
import { LogTable } from '@/lib/features/log/components/log-table';
import { loadEvent, loadLog, loadLogHealth } from '@/lib/features/log/loaders/log';
import { logFiltersSchema } from '@/lib/features/log/schema';
import { loadStaffNames } from '@/lib/features/staff/loaders/colleagues';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { Top } from '@/lib/ui/top';
import { Toolbar } from '@/lib/ui/toolbar';

export const metadata: Metadata = { title: t('title.log') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogPage({ searchParams }: Props) {
  const staff = await requireStaff('oversee');
  const raw = await searchParams;
  const filters = logFiltersSchema.parse(raw);
  const [page, health, people, open] = await Promise.all([
    loadLog(staff, filters),
    loadLogHealth(),
    loadStaffNames(),
    filters.event ? loadEvent(staff, filters.event) : null,
  ]);
  const params = Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const address = (changed: Record<string, string | undefined>) => {
    const next = Object.entries({ ...params, ...changed }).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    return next.length === 0 ? '/dpo/log' : `/dpo/log?${new URLSearchParams(next)}`;
  };
  const { before: _before, event: _event, ...kept } = params;
  return (
    <>
      <Top heading={t('log.heading')} end={<ExportMenu params={kept} />}>
        <span className="text-ink-3">{t('log.count', { count: page.total })}</span>
      </Top>
      <HealthBanner health={health} />
      <Toolbar role="group" aria-label={t('filter.label')}>
        <LogFilterBar filters={filters} params={kept} people={people} />
      </Toolbar>
      {page.lines.length === 0 ? (
        <div className="px-5 py-16 text-center">
          <p>{t('log.empty')}</p>
          <p className="mt-3">
            <Link className={buttonClasses()} href="/dpo/log" prefetch={false}>
              {t('log.all')}
            </Link>
          </p>
        </div>
      ) : (
        <LogTable lines={page.lines} people={people} address={address} open={open} broken={health.state === 'broken'} />
      )}
      {page.before && (
        <p className="px-5 py-3">
          <Link className={buttonClasses()} href={address({ before: page.before, event: undefined })} prefetch={false}>
            {t('log.next')}
          </Link>
        </p>
      )}
    </>
  );
}
