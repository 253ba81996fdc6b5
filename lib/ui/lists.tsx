import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { DueState } from '@/lib/domain/case/due-today';
import { Icon } from './icon';
import { STATE_INK } from './state';

/** Sentences, one for each line. */
export const Bullets = ({ className, children }: { className?: string; children: React.ReactNode }) => (
  <ul
    className={clsx(
      "[&>li]:relative [&>li]:ps-3.5 [&>li]:before:absolute [&>li]:before:start-0 [&>li]:before:content-['–']",
      className,
    )}
  >
    {children}
  </ul>
);

/** Lines of a mark, what it is about, and at the end what is to be said of it. */
export const Row = ({
  icon,
  state,
  className,
  children,
}: {
  icon: LucideIcon;
  state?: DueState | undefined;
  className?: string;
  children: React.ReactNode;
}) => (
  <li
    data-state={state}
    className={clsx('grid grid-cols-[1.25rem_minmax(6rem,1fr)_auto] items-baseline gap-x-2 py-[0.2rem]', className)}
  >
    <Icon of={icon} className={clsx('self-center', state ? STATE_INK[state] : 'text-ink-3')} />
    {children}
  </li>
);

/** What is said of a row below it. */
export const Sub = ({ className, ...span }: React.ComponentProps<'div'>) => (
  <div {...span} className={clsx('col-[2/-1] text-sm text-ink-2', className)} />
);

const FACTS = {
  short: 'grid-cols-[7rem_minmax(0,1fr)]',
  long: 'max-w-[60rem] grid-cols-[8.5rem_minmax(0,1fr)] pt-2 pb-1 @max-phone:grid-cols-1 @max-phone:gap-0',
} as const;

/** Names and what stands for each. `long`: sentences, below their names where there is little room. */
export const Facts = ({ look = 'short', children }: { look?: keyof typeof FACTS; children: React.ReactNode }) => (
  <dl className={clsx('grid gap-x-3 gap-y-[0.3rem]', FACTS[look])}>{children}</dl>
);

export const Fact = ({
  label,
  lang,
  children,
}: {
  label: React.ReactNode;
  lang?: string;
  children: React.ReactNode;
}) => (
  <div className="contents">
    <dt className="text-ink-3">{label}</dt>
    <dd className="wrap-anywhere whitespace-pre-line" lang={lang}>
      {children}
    </dd>
  </div>
);
