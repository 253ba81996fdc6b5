import type { CasePage, ClockView } from '@/lib/features/cases/loaders';
import { DueRule, DueWords } from '@/lib/features/queue/components/due';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** The last day, and for each right how it was found, step by step, with what each step rests on. */
export function ClockPanel({ page }: { page: CasePage }) {
  const { due, clocks } = page;
  return (
    <section className="panel" aria-labelledby="clock">
      <header>
        <h2 id="clock">{t('clock.heading')}</h2>
        <span className="small muted">{t('clock.place', { regimes: [...new Set(clocks.map(({ regime }) => t(`regime.${regime}`)))].join(', '), place: clocks[0]?.place ?? '' })}</span>
      </header>
      <p className="spread">
        <b>{t('clock.endOf', { date: longDate(due.dueOn, 'en') })}</b>
        <DueWords due={due} />
      </p>
      <DueRule due={due} />
      {groups(clocks).map(({ clock, rights }) => (
        <details key={rights.join()} className="panel__more">
          <summary className="small">{t('clock.working', { rights: rights.map((right) => t(`right.${right}`)).join(', '), date: shortDate(clock.dueOn, 'en') })}</summary>
          <ol className="work">
            {clock.working.map((step) => (
              <li key={step.text}>
                {step.text}
                <span className="sub">{step.citation}</span>
              </li>
            ))}
          </ol>
          {!clock.calendarKnown && <p className="note">{t('clock.unknownCalendar')}</p>}
        </details>
      ))}
    </section>
  );
}

/** Rights whose clocks went the same way are shown once. */
function groups(clocks: readonly ClockView[]): { clock: ClockView; rights: ClockView['right'][] }[] {
  const found = new Map<string, { clock: ClockView; rights: ClockView['right'][] }>();
  for (const clock of clocks) {
    const way = JSON.stringify([clock.dueOn, clock.working]);
    const group = found.get(way);
    if (group) group.rights.push(clock.right);
    else found.set(way, { clock, rights: [clock.right] });
  }
  return [...found.values()];
}
