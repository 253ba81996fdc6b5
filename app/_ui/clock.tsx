import { daysBetween, type LocalDate } from '@/lib/domain/calendar/local-date';

type End = { readonly label: string; readonly date: string };

/**
 * The dated rule: received at the left, last day at the right, an upright for today. Positions are SVG attributes, so that the
 * page needs no inline style; the same dates stand in words below.
 */
export function DatedRule({
  from,
  to,
  today,
  label,
}: {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  label?: string;
}) {
  const whole = Math.max(1, daysBetween(from, to));
  const spent = `${(Math.min(1, Math.max(0, daysBetween(from, today) / whole)) * 100).toFixed(1)}%`;
  return (
    <svg className="rule" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <rect className="rule__track" y="5" width="100%" height="2" />
      <rect className="rule__spent" y="4" width={spent} height="4" />
      <rect className="rule__today" x={spent} y="0" width="2" height="12" />
      <rect className="rule__end" x="100%" y="2" width="2" height="8" transform="translate(-2 0)" />
    </svg>
  );
}

export const ClockEnds = ({ ends }: { ends: readonly End[] }) => (
  <dl className="clock__ends">
    {ends.map(({ label, date }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{date}</dd>
      </div>
    ))}
  </dl>
);
