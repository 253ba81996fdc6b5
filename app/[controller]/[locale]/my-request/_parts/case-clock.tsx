import { CirclePause, Circle, Clock3, Triangle } from 'lucide-react';
import { ClockRule } from '@/lib/ui/clock';
import { Fold } from '@/lib/ui/fold';
import { StateWords } from '@/lib/ui/state';
import { ClockPanel } from '../../_parts/clock-panel';
import { describeStep, publicReason } from '@/lib/domain/clock/describe';
import { describeShortDate } from '@/lib/domain/wording';
import { daysBetween, type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import type { StatusView } from '../view';

/** By when, why that date, and how far along: the hero of the page while there is no answer. */
export function CaseClock({
  portal: { t, law, locale, todayOn, definition },
  status: { clock, moreTime, state: caseState },
}: StatusView) {
  const said = (on: LocalDate) => describeShortDate(on, law);
  const days = daysBetween(todayOn, clock.lastDayOn);
  // While it waits for them no day is the last: the one that was has moved already.
  const paused = clock.pausedSinceOn !== null;
  const decided = caseState === 'preparing' || caseState === 'ready';
  const state = paused ? 'paused' : days < 0 ? 'late' : days <= 7 ? 'soon' : 'ok';
  const shape = { paused: CirclePause, late: Triangle, soon: Clock3, ok: Circle }[state];
  return (
    <ClockPanel
      id="clock"
      heading={
        <>
          <h2 className="text-xl" id="clock">
            {paused
              ? t('clock.waits')
              : t(decided ? 'clock.doneBy' : 'clock.until', { date: longDate(clock.lastDayOn, locale) })}
          </h2>
          <StateWords state={state} shape={shape}>
            {t(`clock.${paused ? 'paused' : days < 0 ? 'late' : 'left'}`, { days: Math.abs(days) })}
          </StateWords>
        </>
      }
      rule={
        !paused && (
          <ClockRule
            from={clock.receivedOn}
            to={clock.lastDayOn}
            today={todayOn}
            state={state === 'ok' ? undefined : state}
          />
        )
      }
      ends={[
        { label: t('clock.received'), date: shortDate(clock.receivedOn, locale) },
        ...(paused ? [] : [{ label: t('clock.lastDay'), date: shortDate(clock.lastDayOn, locale) }]),
      ]}
    >
      {moreTime && (
        <div>
          <h3>{t('status.moreTime.title')}</h3>
          <p>
            {t('status.moreTime.text', {
              reasons: moreTime.reasons,
              date: said(localDateOf(moreTime.toldAt.toISOString(), definition.timezone)),
              dueOn: new Intl.ListFormat(locale).format(moreTime.lastDaysOn.map(said)),
            })}
          </p>
        </div>
      )}
      <Fold className="-mb-2.5" small summary={t('clock.why')}>
        <p className="text-ink-2">{publicReason(clock, law)}</p>
        <ol className="grid list-decimal gap-1 ps-5 text-ink-2">
          {clock.working.map((step) => (
            <li key={`${step.key}:${step.on ?? ''}`}>
              {describeStep(step, law)} ({step.citation})
            </li>
          ))}
        </ol>
      </Fold>
    </ClockPanel>
  );
}
