import { CirclePause, Circle, Clock3, Triangle } from 'lucide-react';
import { ClockEnds, ClockRule } from '@/lib/ui/clock';
import { Icon } from '@/lib/ui/icon';
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
  const days = daysBetween(todayOn, clock.bindingOn);
  // While it waits for them no day is the last: the one that was has moved already.
  const paused = clock.pausedSinceOn !== null;
  const decided = caseState === 'preparing' || caseState === 'ready';
  const state = paused ? 'paused' : days < 0 ? 'late' : days <= 7 ? 'soon' : 'ok';
  const shape = { paused: CirclePause, late: Triangle, soon: Clock3, ok: Circle }[state];
  return (
    <section className="clock" aria-labelledby="clock" data-state={state === 'ok' ? undefined : state}>
      <div className="clock__head">
        <h2 id="clock">
          {paused
            ? t('clock.waits')
            : t(decided ? 'clock.doneBy' : 'clock.until', { date: longDate(clock.bindingOn, locale) })}
        </h2>
        <span className="state" data-state={state}>
          <Icon of={shape} />
          {t(`clock.${paused ? 'paused' : days < 0 ? 'late' : 'left'}`, { days: Math.abs(days) })}
        </span>
      </div>
      {!paused && <ClockRule from={clock.receivedOn} to={clock.bindingOn} today={todayOn} />}
      <ClockEnds
        ends={[
          { label: t('clock.received'), date: shortDate(clock.receivedOn, locale) },
          ...(paused ? [] : [{ label: t('clock.lastDay'), date: shortDate(clock.bindingOn, locale) }]),
        ]}
      />
      {moreTime && (
        <div className="small">
          <h3>{t('status.moreTime.title')}</h3>
          <p>
            {t('status.moreTime.text', {
              reasons: moreTime.reasons,
              date: said(localDateOf(moreTime.toldAt.toISOString(), definition.timezone)),
              dueOn: new Intl.ListFormat(locale).format(moreTime.dueOn.map(said)),
            })}
          </p>
        </div>
      )}
      <details>
        <summary className="small">{t('clock.why')}</summary>
        <p className="small muted">{publicReason(clock, law)}</p>
        <ol className="small muted working">
          {clock.working.map((step) => (
            <li key={`${step.key}:${step.on ?? ''}`}>
              {describeStep(step, law)} <span className="law">({step.citation})</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
