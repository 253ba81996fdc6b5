import clsx from 'clsx';
import type { DueState } from '@/lib/domain/case/due-today';
import { STATE_INK } from './state';

const SEEN_IN_FORCED_COLOURS = 'forced-colors:fill-[CanvasText]';

/**
 * The dated rule: received at the left, last day at the right, an upright for today. Positions are SVG attributes, so that the
 * page needs no inline style; the same dates stand in words beside it.
 * @param spent how much of the time is over, 0 to 1
 * @param over nothing runs any more: no upright
 */
export function DatedRule({
  spent,
  over = false,
  state,
  className,
}: {
  spent: number;
  over?: boolean;
  state?: DueState | undefined;
  className?: string;
}) {
  const today = `${(spent * 100).toFixed(1)}%`;
  return (
    <svg
      className={clsx('block overflow-visible', state ? STATE_INK[state] : 'text-accent', className ?? 'h-3 w-full')}
      aria-hidden="true"
    >
      <rect className={clsx('fill-line', SEEN_IN_FORCED_COLOURS)} y="5" width="100%" height="2" />
      <rect className={clsx('fill-current', SEEN_IN_FORCED_COLOURS)} y="4" width={over ? '100%' : today} height="4" />
      {!over && <rect className={clsx('fill-ink', SEEN_IN_FORCED_COLOURS)} x={today} y="0" width="2" height="12" />}
      <rect className="fill-ink" x="100%" y="2" width="2" height="8" transform="translate(-2 0)" />
    </svg>
  );
}
