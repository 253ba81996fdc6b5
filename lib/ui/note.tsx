import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './icon';

const TONES = { plain: 'border border-line-strong', refused: 'border-2 border-late text-ink' } as const;

type NoteProps = React.ComponentProps<'div'> & {
  /** `refused`: something was not taken, or is not there. */
  readonly tone?: keyof typeof TONES;
  readonly icon?: LucideIcon;
};

/** A word about the page as it is now: what was done, what was refused and what to do, what to know beforehand. */
export const Note = ({ tone = 'plain', icon, className, children, ...box }: NoteProps) => (
  <div
    {...box}
    className={clsx(
      'rounded-md bg-surface px-3.5 py-2.5 text-pretty',
      icon && 'flex items-baseline gap-2',
      TONES[tone],
      className,
    )}
  >
    {icon && <Icon of={icon} className={clsx('translate-y-[0.2em] self-start', tone === 'refused' && 'text-late')} />}
    {icon ? <div className="min-w-0 flex-1">{children}</div> : children}
  </div>
);
