import { publicReason } from '@/lib/domain/clock/describe';
import type { Clock } from '@/lib/domain/clock/types';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import { ClockRule } from '@/lib/ui/clock';
import type { Portal } from '../portal';
import { ClockPanel } from './clock-panel';

/** The date one would get by sending it today, and why that date. */
export const AnswerBy = ({ portal: { t, law, locale }, clock }: { portal: Portal; clock: Clock }) => (
  <ClockPanel
    heading={
      <>
        <p className="basis-full text-sm text-ink-2">{t('clock.ifToday')}</p>
        <h3 className="text-xl">{longDate(clock.lastDayOn, locale)}</h3>
      </>
    }
    rule={<ClockRule from={clock.receivedOn} to={clock.lastDayOn} today={clock.receivedOn} />}
    ends={[
      { label: t('clock.youSend'), date: t('clock.today', { date: shortDate(clock.receivedOn, locale) }) },
      { label: t('clock.lastDay'), date: shortDate(clock.lastDayOn, locale) },
    ]}
  >
    <p className="text-ink-2">{publicReason(clock, law)}</p>
  </ClockPanel>
);
