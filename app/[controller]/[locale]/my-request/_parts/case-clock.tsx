import { CirclePause, Circle, Clock3, Triangle } from 'lucide-react';
import { ClockEnds, DatedRule } from '@/app/_ui/clock';
import { Icon } from '@/app/_ui/icon';
import { describeStep, publicReason } from '@/lib/domain/clock/describe';
import { daysBetween } from '@/lib/domain/clock/local-date';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import type { StatusView } from '../view';

/** By when, why that date, and how far along: the hero of the page while there is no answer. */
export function CaseClock({ portal: { t, law, locale, todayOn }, status: { clock } }: StatusView) {
  const days = daysBetween(todayOn, clock.bindingOn);
  const paused = clock.pausedSinceOn !== null;
  const state = paused ? 'paused' : days < 0 ? 'late' : days <= 7 ? 'soon' : 'ok';
  const shape = { paused: CirclePause, late: Triangle, soon: Clock3, ok: Circle }[state];
  return (
    <section className="clock" aria-labelledby="clock" data-state={state === 'ok' ? undefined : state}>
      <div className="clock__head">
        <h2 id="clock">{t('clock.until', { date: longDate(clock.bindingOn, locale) })}</h2>
        <span className="state" data-state={state}><Icon of={shape} />{t(`clock.${paused ? 'paused' : days < 0 ? 'late' : 'left'}`, { days: Math.abs(days) })}</span>
      </div>
      <DatedRule from={clock.receivedOn} to={clock.bindingOn} today={todayOn} />
      <ClockEnds
        ends={[
          { label: t('clock.received'), date: shortDate(clock.receivedOn, locale) },
          { label: t('clock.lastDay'), date: shortDate(clock.bindingOn, locale) },
        ]}
      />
      <details>
        <summary className="small">{t('clock.why')}</summary>
        <p className="small muted">{publicReason(clock, law)}</p>
        <ol className="small muted working">
          {clock.working.map((step) => <li key={`${step.key}:${step.on ?? ''}`}>{describeStep(step, law)} <span className="law">({step.citation})</span></li>)}
        </ol>
      </details>
    </section>
  );
}
