import { CalendarCheck, CalendarMinus, CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { StateWords } from '@/lib/ui/state';
import type { CalendarPage, OverrideView } from '@/lib/features/calendars/types';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { OverrideForm } from './override-form';
import { WithdrawForm } from './withdraw-form';

const STATES = { ok: 'ok', endsSoon: 'soon', missing: 'late' } as const;

/** One calendar: its year, where its days come from, and what was changed here. Whoever may change gets the forms. */
export function CalendarBody({ page, path, changes }: { page: CalendarPage; path: string; changes: boolean }) {
  const { all, shown, years, year } = page;
  const address = (place: string, of?: number) =>
    `${path}?${new URLSearchParams({ place, ...(of !== undefined && { year: String(of) }) })}`;
  return (
    <>
      <nav className="chips" aria-label={t('calendars.choose')}>
        {all.map(({ calendar, name }) => (
          <Link
            key={calendar}
            className="btn btn--sm"
            href={address(calendar)}
            prefetch={false}
            aria-current={calendar === shown.calendar ? 'page' : undefined}
          >
            {t('calendars.place', { name, id: calendar })}
          </Link>
        ))}
      </nav>
      <div className="split">
        <div>
          <section className="panel" aria-labelledby="known">
            <h2 id="known">{t('calendars.place', { name: shown.name, id: shown.calendar })}</h2>
            <p>
              <StateWords state={STATES[shown.state]} wrap>
                {t(`calendars.state.${shown.state}`, { until: String(shown.knownUntil) })}
              </StateWords>
            </p>
            <p className="muted">{t('calendars.usedBy', { controllers: shown.usedBy.join(', ') })}</p>
          </section>
          {years.length > 0 && (
            <section className="panel" aria-labelledby="days">
              <header>
                <h2 id="days">{t('calendars.days', { year: String(year), count: page.holidays.length })}</h2>
              </header>
              <nav className="years" aria-label={t('calendars.years')}>
                {years.map((one) => (
                  <Link
                    key={one}
                    className="btn btn--sm"
                    href={address(shown.calendar, one)}
                    prefetch={false}
                    aria-current={one === year ? 'page' : undefined}
                  >
                    {one}
                  </Link>
                ))}
              </nav>
              <ol className="days">
                {page.holidays.map(({ on, name, added }) => (
                  <li key={on}>
                    <time dateTime={on}>{longDate(on, 'en')}</time>
                    <span>
                      {name}
                      {added && (
                        <span className="state">
                          <CalendarPlus className="i" aria-hidden="true" />
                          {t('calendars.added')}
                        </span>
                      )}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <section className="panel" aria-labelledby="source">
            <h2 id="source">{t('calendars.source.heading')}</h2>
            <p>{t('calendars.source.from', { source: page.source || '–' })}</p>
            {page.corrections.length > 0 && (
              <>
                <h3 className="lab mt">{t('calendars.source.corrections')}</h3>
                <ul className="corrections">
                  {page.corrections.map((correction) => (
                    <li key={correction}>{correction}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
        <aside>
          <section className="panel" aria-labelledby="changed">
            <h2 id="changed">{t('calendars.changed.heading')}</h2>
            {page.overrides.length === 0 && <p className="muted">{t('calendars.changed.none')}</p>}
            <ul className="overrides">
              {page.overrides.map((override) => (
                <Override key={override.id} override={override} changes={changes} />
              ))}
            </ul>
          </section>
          {changes && years.length > 0 && (
            <section className="panel" aria-labelledby="change">
              <h2 id="change">{t('calendars.form.heading')}</h2>
              <OverrideForm calendar={shown.calendar} between={[`${years[0]}-01-01`, `${years.at(-1)}-12-31`]} />
            </section>
          )}
          {!changes && <p className="panel muted">{t('calendars.changed.whoMay')}</p>}
        </aside>
      </div>
    </>
  );
}

function Override({ override, changes }: { override: OverrideView; changes: boolean }) {
  const { id, calendar, on, change, reason, by, at, withdrawn } = override;
  const Shape = withdrawn ? CalendarCheck : change === 'add' ? CalendarPlus : CalendarMinus;
  const when = (instant: Date) => `${dateAndTime(instant, 'en', 'UTC')} UTC`;
  return (
    <li>
      <p className={withdrawn ? 'muted' : 'strong5'}>
        <Shape className="i" aria-hidden="true" /> {t(`calendars.changed.${change}`, { date: longDate(on, 'en') })}
      </p>
      <p>{reason}</p>
      <p className="small muted">{t('calendars.changed.by', { name: by, when: when(at) })}</p>
      {withdrawn && (
        <p className="small muted">
          {t('calendars.changed.withdrawn', { name: withdrawn.by, when: when(withdrawn.at) })}
        </p>
      )}
      {changes && !withdrawn && <WithdrawForm overrideId={id} calendar={calendar} date={longDate(on, 'en')} />}
    </li>
  );
}
