import { ClockEnds, ClockRule } from '@/lib/ui/clock';
import { publicReason } from '@/lib/domain/clock/describe';
import type { Clock } from '@/lib/domain/clock/types';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import type { Portal } from '../portal';

/** The date one would get by sending it today, and why that date. */
export const AnswerBy = ({ portal: { t, law, locale }, clock }: { portal: Portal; clock: Clock }) => (
  <div className="clock">
    <div className="clock__head">
      <p className="muted">{t('clock.ifToday')}</p>
      <h3>{longDate(clock.bindingOn, locale)}</h3>
    </div>
    <ClockRule from={clock.receivedOn} to={clock.bindingOn} today={clock.receivedOn} />
    <ClockEnds
      ends={[
        { label: t('clock.youSend'), date: t('clock.today', { date: shortDate(clock.receivedOn, locale) }) },
        { label: t('clock.lastDay'), date: shortDate(clock.bindingOn, locale) },
      ]}
    />
    <p className="small muted">{publicReason(clock, law)}</p>
  </div>
);
