import Link from 'next/link';
import { RestrictedPlaces, RestrictionState } from '@/lib/features/cases/components/restriction-panel';
import type { RegistryFilters } from '@/lib/features/restrictions/schema';
import type { Registry, RegistryRow } from '@/lib/features/restrictions/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { PANEL } from '@/lib/ui/panel';
import { ControllerMark, Reference } from '@/lib/ui/marks';
import { StateWords } from '@/lib/ui/state';
import { Toolbar } from '@/lib/ui/toolbar';

type Area = '/desk' | '/dpo';

const HERE = 'aria-[current]:border-ink aria-[current]:bg-selected aria-[current]:font-bold';

/** Everything whose use is restricted, also of closed cases: Art. 18 GDPR. @param to where cases are opened */
export function RegistryBody({ registry, filters, to }: { registry: Registry; filters: RegistryFilters; to: Area }) {
  const address = (given: Partial<RegistryFilters>) =>
    `${to}/restrictions?${new URLSearchParams(Object.entries({ show: filters.show, ...given }).map(([name, value]) => [name, String(value)]))}`;
  return (
    <>
      <nav aria-label={t('restriction.filter')}>
        <Toolbar>
          {(['now', 'ended'] as const).map((show) => (
            <Link
              key={show}
              className={buttonClasses({ size: 'small' }, HERE)}
              href={address({ show })}
              prefetch={false}
              aria-current={show === filters.show ? 'page' : undefined}
            >
              {t(`restriction.show.${show}`)}
            </Link>
          ))}
        </Toolbar>
      </nav>
      <div className={PANEL}>
        <p className="max-w-[46rem] text-ink-2">{t('restriction.lead')}</p>
        {filters.show === 'now' && <p className="mt-1 max-w-[46rem] text-ink-2">{t('restriction.allowed')}</p>}
      </div>
      {registry.rows.length === 0 && (
        <p className={PANEL}>{t(filters.show === 'now' ? 'restriction.none' : 'restriction.noneEnded')}</p>
      )}
      <ul>
        {registry.rows.map((row) => (
          <Restriction key={row.caseId} row={row} href={`${to}/cases/${row.caseId}`} />
        ))}
      </ul>
      {registry.more && (
        <p className="px-5 py-3">
          <Link className={buttonClasses()} href={address({ page: filters.page + 1 })} prefetch={false}>
            {t('queue.next')}
          </Link>
        </p>
      )}
    </>
  );
}

const Restriction = ({ row, href }: { row: RegistryRow; href: string }) => (
  <li
    className={`${PANEL} grid grid-cols-1 items-start gap-x-6 gap-y-2 @narrow:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)_16rem]`}
  >
    <p className="flex items-center gap-2">
      <ControllerMark controller={row.controller} />
      <Link href={href} prefetch={false}>
        <Reference>{row.reference}</Reference>
      </Link>
    </p>
    <div>
      <p className="text-sm text-ink-3">{t('restriction.column.ground')}</p>
      <p>
        {row.ground
          ? `${t(`restriction.ground.${row.ground}`)} (${t(`restriction.letter.${row.ground}`)})`
          : t('restriction.noGround')}
      </p>
    </div>
    <div>
      <p className="text-sm text-ink-3">{t('restriction.column.where')}</p>
      <RestrictedPlaces of={row} />
    </div>
    <div className="grid gap-1">
      <RestrictionState of={row} />
      {row.standing !== 'inForce' && (
        <p className="text-sm text-ink-2">{t('restriction.standing.inForce', { since: longDate(row.since, 'en') })}</p>
      )}
      {row.attention.map((what) => (
        <StateWords key={what} state="soon" wrap>
          {t(`restriction.attention.${what}`, { systems: handSystems(row) })}
        </StateWords>
      ))}
    </div>
  </li>
);

const handSystems = ({ lifts }: RegistryRow): string =>
  new Intl.ListFormat('en').format(
    lifts
      .filter(({ byPerson, state }) => byPerson && state !== 'answered')
      .map(({ system }) => system ?? t('carryOut.elsewhere')),
  );
