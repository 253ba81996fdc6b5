import clsx from 'clsx';
import { Circle, CircleCheck, CirclePause, ClockAlert, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { DueState } from '@/lib/domain/case/due-today';
import { Icon } from './icon';

const SHAPES = {
  ok: Circle,
  soon: ClockAlert,
  late: TriangleAlert,
  paused: CirclePause,
  answered: CircleCheck,
  done: CircleCheck,
} as const;

/** The colours that mean something: of words and shapes, and of what lies behind them. */
export const STATE_INK = {
  ok: 'text-ok',
  soon: 'text-soon',
  late: 'text-late',
  paused: 'text-paused',
  answered: 'text-done',
  done: 'text-done',
} as const satisfies Record<DueState, string>;

export const STATE_SOFT = {
  ok: 'bg-ok-soft',
  soon: 'bg-soon-soft',
  late: 'bg-late-soft',
  paused: 'bg-paused-soft',
  answered: 'bg-done-soft',
  done: 'bg-done-soft',
} as const satisfies Record<DueState, string>;

type StateWordsProps = {
  /** Without one it is a fact in ink that nobody has to act on. */
  readonly state?: DueState | undefined;
  /** Another drawing than the state's own. */
  readonly shape?: LucideIcon;
  /** Only what is late is filled. */
  readonly look?: 'plain' | 'tint' | 'fill';
  /** May take several lines. */
  readonly wrap?: boolean;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
};

/** A state as a shape, then words, then a colour: it reads the same without colours. */
export const StateWords = ({ state, shape, look = 'plain', wrap = false, className, children }: StateWordsProps) => (
  <span
    data-state={state}
    className={clsx(
      'inline-flex items-baseline gap-[0.4em] font-medium',
      wrap ? 'whitespace-normal' : 'whitespace-nowrap',
      look !== 'plain' && 'rounded-sm px-[0.5em] py-[0.08em]',
      look === 'fill' ? 'bg-late text-on-late' : state ? STATE_INK[state] : 'text-ink-2',
      look === 'tint' && state && STATE_SOFT[state],
      className,
    )}
  >
    <Icon of={shape ?? (state ? SHAPES[state] : Circle)} className="self-center" />
    {wrap ? <span>{children}</span> : children}
  </span>
);
