import type { DueState } from '@/lib/domain/case/due-today';
import { daysBetween, type LocalDate } from '@/lib/domain/calendar/local-date';
import { DatedRule } from './dated-rule';

/** The rule between two days, as it stands today. */
export function ClockRule({
  from,
  to,
  today,
  state,
}: {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  state?: DueState | undefined;
}) {
  const whole = Math.max(1, daysBetween(from, to));
  return <DatedRule spent={Math.min(1, Math.max(0, daysBetween(from, today) / whole))} state={state} />;
}

/** The dates of the rule in words, at its ends. */
export const ClockEnds = ({ ends }: { ends: readonly { readonly label: string; readonly date: string }[] }) => (
  <dl className="mt-[0.9rem] grid gap-x-4 gap-y-[0.3rem] text-sm @phone:mt-[0.35rem] @phone:grid-cols-[auto_auto] @phone:justify-between">
    {ends.map(({ label, date }) => (
      <div key={label} className="flex justify-between gap-4 @phone:block @phone:last:text-end">
        <dt className="text-ink-2">{label}</dt>
        <dd className="font-medium">{date}</dd>
      </div>
    ))}
  </dl>
);
