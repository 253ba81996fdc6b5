import { CalendarCheck, CalendarMinus, CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { StateWords } from '@/lib/ui/state';
import type { CalendarPage, OverrideView } from '@/lib/features/calendars/types';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { OverrideForm } from './override-form';
import { WithdrawForm } from './withdraw-form';
import { Icon } from '@/lib/ui/icon';
import { buttonClasses } from '@/lib/ui/button';
import { Panel, PANEL } from '@/lib/ui/panel';
import { Toolbar } from '@/lib/ui/toolbar';
import { Split } from '@/lib/ui/split';

const HERE = 'aria-[current]:border-ink aria-[current]:bg-selected aria-[current]:font-bold';

const STATES = { ok: 'ok', endsSoon: 'soon', missing: 'late' } as const;

/** One calendar: its year, where its days come from, and what was changed here. Whoever may change gets the forms. */
export function CalendarBody({ page, path, changes }: { page: CalendarPage; path: string; changes: boolean }) {
  const { all, shown, years, year } = page;
  const address = (place: string, of?: number) =>
    `${path}?${new URLSearchParams({ place, ...(of !== undefined && { year: String(of) }) })}`;
  return (
    <>
      <nav aria-label={t('calendars.choose')}>
        <Toolbar>
          {all.map(({ calendar, name }) => (
            <Link
              key={calendar}
              className={buttonClasses({ size: 'small' }, HERE)}
              href={address(calendar)}
              prefetch={false}
              aria-current={calendar === shown.calendar ? 'page' : undefined}
            >
              {t('calendars.place', { name, id: calendar })}
            </Link>
          ))}
        </Toolbar>
      </nav>
      <Split
        aside={
          <>
            <Panel id="changed" heading={t('calendars.changed.heading')}>
              {page.overrides.length === 0 && <p className="text-ink-2">{t('calendars.changed.none')}</p>}
              <ul className="divide-y divide-line">
                {page.overrides.map((override) => (
                  <Override key={override.id} override={override} changes={changes} />
                ))}
              </ul>
            </Panel>
            {changes && years.length > 0 && (
              <Panel id="change" heading={t('calendars.form.heading')}>
                <OverrideForm calendar={shown.calendar} between={[`${years[0]}-01-01`, `${years.at(-1)}-12-31`]} />
              </Panel>
            )}
            {!changes && <p className={`${PANEL} text-ink-2`}>{t('calendars.changed.whoMay')}</p>}
          </>
        }
      >
        <Panel id="known" heading={t('calendars.place', { name: shown.name, id: shown.calendar })}>
          <p>
            <StateWords state={STATES[shown.state]} wrap>
              {t(`calendars.state.${shown.state}`, { until: String(shown.knownUntil) })}
            </StateWords>
          </p>
          <p className="text-ink-2">{t('calendars.usedBy', { controllers: shown.usedBy.join(', ') })}</p>
        </Panel>
        {years.length > 0 && (
          <Panel id="days" heading={t('calendars.days', { year: String(year), count: page.holidays.length })}>
            <nav className="mb-3 flex flex-wrap gap-x-2 gap-y-1.5" aria-label={t('calendars.years')}>
              {years.map((one) => (
                <Link
                  key={one}
                  className={buttonClasses({ size: 'small' }, HERE)}
                  href={address(shown.calendar, one)}
                  prefetch={false}
                  aria-current={one === year ? 'page' : undefined}
                >
                  {one}
                </Link>
              ))}
            </nav>
            <ol className="border-t border-line">
              {page.holidays.map(({ on, name, added }) => (
                <li
                  key={on}
                  className="grid grid-cols-[15rem_minmax(0,1fr)] gap-x-4 border-b border-line py-1.5 @max-phone:grid-cols-1"
                >
                  <time dateTime={on}>{longDate(on, 'en')}</time>
                  <span>
                    {name}
                    {added && (
                      <StateWords shape={CalendarPlus} wrap className="ms-3 @max-phone:ms-0 @max-phone:flex">
                        {t('calendars.added')}
                      </StateWords>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </Panel>
        )}
        <Panel id="source" heading={t('calendars.source.heading')}>
          <p>{t('calendars.source.from', { source: page.source || '–' })}</p>
          {page.corrections.length > 0 && (
            <>
              <h3 className="mt-3 mb-1 font-medium">{t('calendars.source.corrections')}</h3>
              <ul className="grid gap-1.5">
                {page.corrections.map((correction) => (
                  <li key={correction}>{correction}</li>
                ))}
              </ul>
            </>
          )}
        </Panel>
      </Split>
    </>
  );
}

function Override({ override, changes }: { override: OverrideView; changes: boolean }) {
  const { id, calendar, on, change, reason, by, at, withdrawn } = override;
  const Shape = withdrawn ? CalendarCheck : change === 'add' ? CalendarPlus : CalendarMinus;
  const when = (instant: Date) => `${dateAndTime(instant, 'en', 'UTC')} UTC`;
  return (
    <li className="py-3 wrap-anywhere first:pt-0 last:pb-0">
      <p className={withdrawn ? 'text-ink-2' : 'font-medium'}>
        <Icon of={Shape} /> {t(`calendars.changed.${change}`, { date: longDate(on, 'en') })}
      </p>
      <p>{reason}</p>
      <p className="text-sm text-ink-2">{t('calendars.changed.by', { name: by, when: when(at) })}</p>
      {withdrawn && (
        <p className="text-sm text-ink-2">
          {t('calendars.changed.withdrawn', { name: withdrawn.by, when: when(withdrawn.at) })}
        </p>
      )}
      {changes && !withdrawn && <WithdrawForm overrideId={id} calendar={calendar} date={longDate(on, 'en')} />}
    </li>
  );
}
