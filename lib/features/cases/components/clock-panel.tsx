import { Circle, CircleCheck, CircleMinus, CirclePause } from 'lucide-react';
import type { CasePage, ClockView } from '@/lib/features/cases/types/page';
import { DueRule, DueWords } from '@/lib/ui/due';
import { longDate, plainDate, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Group } from '@/lib/ui/option';
import { Panel } from '@/lib/ui/panel';
import { Fold } from '@/lib/ui/fold';
import { Sub, Row } from '@/lib/ui/lists';

/** The last day, and every clock with how it was found, step by step, and what each step rests on. */
export function ClockPanel({ page }: { page: CasePage }) {
  const { due, clocks, keeping } = page;
  return (
    <Panel
      id="clock"
      heading={t('clock.heading')}
      beside={
        <span className="text-sm text-ink-2">
          {t('clock.place', {
            regimes: [...new Set(clocks.map(({ regime }) => t(`regime.${regime}`)))].join(', '),
            place: clocks[0]?.place ?? 'none',
          })}
        </span>
      }
    >
      <p className="flex flex-wrap justify-between gap-x-4">
        <b>{t('clock.endOf', { date: longDate(due.lastDayOn, 'en') })}</b>
        <DueWords due={due} />
      </p>
      <DueRule due={due} />
      <ul className="mt-3">
        {groups(clocks).map((group) => (
          <ClockRow key={`${group.clock.kind} ${group.rights.join()}`} {...group} />
        ))}
      </ul>
      {keeping && (
        <p className="mt-3 text-sm text-ink-2">
          {t(`clock.kept.${keeping.because}`, {
            date: keeping.because === 'time' ? plainDate(keeping.until, 'en') : '',
          })}
        </p>
      )}
    </Panel>
  );
}

function ClockRow({ clock, rights }: Group) {
  // Nobody owes a notice of more time: its clock is the end of a possibility, neither running nor met.
  const owed = clock.kind !== 'extensionNotice';
  const state = !owed || clock.lapsed ? undefined : clock.met ? 'done' : clock.pausedSinceOn ? 'paused' : undefined;
  const Shape = state ? { done: CircleCheck, paused: CirclePause }[state] : clock.lapsed ? CircleMinus : Circle;
  return (
    <Row icon={Shape} state={state} className="border-t border-line py-1.5">
      <span>
        <span className="inline-block first-letter:uppercase">{t(`clock.kind.${clock.kind}`)}</span>{' '}
        <span className="text-ink-3">{rights.map((right) => t(`right.${right}`)).join(', ')}</span>
      </span>
      <span className="font-medium">{shortDate(clock.lastDayOn, 'en')}</span>
      <Sub className="empty:hidden [&>span+span]:before:content-['_·_']">
        {state === 'done' && <span>{t('clock.met')}</span>}
        {clock.lapsed && <span>{t('clock.lapsed')}</span>}
        {clock.targetOn < clock.lastDayOn && (
          <span>{t('clock.target', { date: shortDate(clock.targetOn, 'en') })}</span>
        )}
        {state === 'paused' && clock.pausedSinceOn && (
          <span>{t('clock.pausedSince', { date: shortDate(clock.pausedSinceOn, 'en') })}</span>
        )}
        {clock.extended && <span>{t('clock.extended')}</span>}
        {!clock.calendarKnown && <span>{t('clock.unknownCalendar')}</span>}
      </Sub>
      <Fold
        className="col-[2/-1] text-sm"
        summary={
          <>
            {t('clock.working')}{' '}
            <span className="sr-only">
              {t('clock.workingOf', { kind: t(`clock.kind.${clock.kind}`), date: shortDate(clock.lastDayOn, 'en') })}
            </span>
          </>
        }
      >
        <ol className="mt-2 border-s-2 border-line">
          {clock.working.map((step) => (
            <li key={step.text} className="ps-3.5 pb-2.5 last:pb-0">
              {step.text}
              <p className="text-sm text-ink-2">{step.citation}</p>
            </li>
          ))}
        </ol>
      </Fold>
    </Row>
  );
}

type Group = { readonly clock: ClockView; readonly rights: readonly ClockView['right'][] };

/** A notice that has left and counts is told by the clock that it lengthened; one that was not needed ends with the answer. */
const isSettled = ({ kind, regime, right }: ClockView, clocks: readonly ClockView[]): boolean =>
  kind === 'extensionNotice' &&
  clocks.some(
    (other) =>
      (other.extended || (other.kind === 'respond' && other.met)) && other.regime === regime && other.right === right,
  );

/** Rights whose clocks went the same way are shown once. */
function groups(clocks: readonly ClockView[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const clock of clocks.filter((one) => !isSettled(one, clocks))) {
    const way = JSON.stringify([clock.kind, clock.met, clock.lapsed, clock.lastDayOn, clock.working]);
    found.set(way, { clock, rights: [...(found.get(way)?.rights ?? []), clock.right] });
  }
  return [...found.values()];
}
