import { Circle, CircleCheck, CirclePause, ClockAlert, TriangleAlert } from 'lucide-react';
import type { Due, DueState } from '@/lib/domain/case/due-today';
import { deskText as t } from '@/lib/platform/i18n/desk';

const SHAPES = { ok: Circle, soon: ClockAlert, late: TriangleAlert, paused: CirclePause, done: CircleCheck } as const;

/** A state as a shape, then words, then a colour: it reads the same without colours. */
export function StateWords({
  state,
  children,
  className = '',
}: {
  state: DueState;
  children: React.ReactNode;
  className?: string;
}) {
  const Shape = SHAPES[state];
  return (
    <span className={`state ${className}`} data-state={state}>
      <Shape className="i" aria-hidden="true" />
      {children}
    </span>
  );
}

export const dueWords = ({ state, daysLeft }: Due): string =>
  state === 'done'
    ? t('due.done')
    : state === 'paused'
      ? t('due.paused')
      : daysLeft < 0
        ? t('due.late', { days: -daysLeft })
        : t('due.left', { days: daysLeft });

/** How long it is to the last day. Late is the only label that is filled. */
export function DueWords({ due, className }: { due: Due; className?: string }) {
  const late = due.state === 'late' ? 'state--fill' : '';
  return (
    <StateWords state={due.state} className={className ?? late}>
      {dueWords(due)}
    </StateWords>
  );
}

/** The dated rule: received at the left, last day at the right, today the upright. Positions are attributes: no inline style is allowed. */
export function DueRule({ due }: { due: Due }) {
  const today = `${Math.round(due.spent * 100)}%`;
  return (
    <svg className="rule" data-state={due.state} aria-hidden="true">
      <rect className="rule__track" y="5" width="100%" height="2" />
      <rect className="rule__spent" y="4" width={due.state === 'done' ? '100%' : today} height="4" />
      {due.state !== 'done' && <rect className="rule__today" x={today} y="0" width="2" height="12" />}
      <rect className="rule__end" x="100%" y="2" width="2" height="8" transform="translate(-2 0)" />
    </svg>
  );
}
