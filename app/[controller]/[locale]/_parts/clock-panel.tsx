import { ClockEnds } from '@/lib/ui/clock';

type ClockPanelProps = {
  /** Of the heading, where the panel is a part of the page of its own. */
  readonly id?: string;
  readonly heading: React.ReactNode;
  /** The dates in a drawing; nothing where no day is the last. */
  readonly rule?: React.ReactNode;
  readonly ends: React.ComponentProps<typeof ClockEnds>['ends'];
  /** Why that date. */
  readonly children: React.ReactNode;
};

/** A date that binds, how much of the time until it is over, and why that date. */
export function ClockPanel({ id, heading, rule, ends, children }: ClockPanelProps) {
  const Tag = id === undefined ? 'div' : 'section';
  return (
    <Tag
      className="rounded-lg border border-line bg-surface p-5 not-last:mb-7 @phone:p-6 print:break-inside-avoid"
      aria-labelledby={id}
    >
      <div className="mb-[0.9rem] flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">{heading}</div>
      {rule}
      <ClockEnds ends={ends} />
      <div className="mt-[0.9rem] space-y-[0.9rem] text-sm">{children}</div>
    </Tag>
  );
}
