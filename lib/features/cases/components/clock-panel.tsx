import { Circle, CircleCheck, CirclePause } from 'lucide-react';
import type { CasePage, ClockView } from '@/lib/features/cases/types/page';
import { DueRule, DueWords } from '@/lib/ui/due';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** The last day, and every clock with how it was found, step by step, and what each step rests on. */
export function ClockPanel({ page }: { page: CasePage }) {
  const { due, clocks } = page;
  return (
    <section className="panel" aria-labelledby="clock">
      <header>
        <h2 id="clock">{t('clock.heading')}</h2>
        <span className="small muted">
          {t('clock.place', {
            regimes: [...new Set(clocks.map(({ regime }) => t(`regime.${regime}`)))].join(', '),
            place: clocks[0]?.place ?? '',
          })}
        </span>
      </header>
      <p className="spread">
        <b>{t('clock.endOf', { date: longDate(due.dueOn, 'en') })}</b>
        <DueWords due={due} />
      </p>
      <DueRule due={due} />
      <ul className="rows clocks">
        {groups(clocks).map((group) => (
          <ClockRow key={`${group.clock.kind} ${group.rights.join()}`} {...group} />
        ))}
      </ul>
    </section>
  );
}

function ClockRow({ clock, rights }: Group) {
  // Nobody owes a notice of more time: its clock is the end of a possibility, neither running nor met.
  const owed = clock.kind !== 'extensionNotice';
  const state = !owed ? undefined : clock.met ? 'done' : clock.pausedSinceOn ? 'paused' : undefined;
  const Shape = state ? { done: CircleCheck, paused: CirclePause }[state] : Circle;
  return (
    <li data-state={state}>
      <Shape className="i" aria-hidden="true" />
      <span>
        <span className="clocks__kind">{t(`clock.kind.${clock.kind}`)}</span>{' '}
        <span className="faint">{rights.map((right) => t(`right.${right}`)).join(', ')}</span>
      </span>
      <span className="strong5">{shortDate(clock.dueOn, 'en')}</span>
      <span className="sub clocks__more">
        {state === 'done' && <span>{t('clock.met')}</span>}
        {clock.targetOn < clock.dueOn && <span>{t('clock.target', { date: shortDate(clock.targetOn, 'en') })}</span>}
        {state === 'paused' && clock.pausedSinceOn && (
          <span>{t('clock.pausedSince', { date: shortDate(clock.pausedSinceOn, 'en') })}</span>
        )}
        {clock.extended && <span>{t('clock.extended')}</span>}
        {!clock.calendarKnown && <span>{t('clock.unknownCalendar')}</span>}
      </span>
      <details className="sub">
        <summary>
          {t('clock.working')}{' '}
          <span className="sr">
            {t('clock.workingOf', { kind: t(`clock.kind.${clock.kind}`), date: shortDate(clock.dueOn, 'en') })}
          </span>
        </summary>
        <ol className="work">
          {clock.working.map((step) => (
            <li key={step.text}>
              {step.text}
              <span className="sub">{step.citation}</span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

type Group = { readonly clock: ClockView; readonly rights: readonly ClockView['right'][] };

/** A notice that has left and counts is told by the clock that it lengthened. */
const isSettled = ({ kind, regime, right }: ClockView, clocks: readonly ClockView[]): boolean =>
  kind === 'extensionNotice' &&
  clocks.some((other) => other.extended && other.regime === regime && other.right === right);

/** Rights whose clocks went the same way are shown once. */
function groups(clocks: readonly ClockView[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const clock of clocks.filter((one) => !isSettled(one, clocks))) {
    const way = JSON.stringify([clock.kind, clock.met, clock.dueOn, clock.working]);
    found.set(way, { clock, rights: [...(found.get(way)?.rights ?? []), clock.right] });
  }
  return [...found.values()];
}
