import type { LucideIcon } from 'lucide-react';
import clsx from 'clsx';
import type { DueState } from '@/lib/domain/case/due-today';
import { Icon } from './icon';
import { STATE_INK, STATE_SOFT } from './state';

type BannerProps = Omit<React.ComponentProps<'div'>, 'children'> & {
  readonly state: DueState;
  readonly icon: LucideIcon;
  readonly children: React.ReactNode;
};

/** How something stands that concerns every page: in its colour, across the whole width. */
export const Banner = ({ state, icon, children, ...box }: BannerProps) => (
  <div
    {...box}
    className={clsx(
      'grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 border-b border-line px-5 py-3',
      STATE_SOFT[state],
    )}
  >
    <Icon of={icon} className={clsx('self-center text-[1.25rem]', STATE_INK[state])} />
    <div className="grid grid-cols-1 gap-1">{children}</div>
  </div>
);
