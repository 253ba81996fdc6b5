import clsx from 'clsx';
import { Search } from 'lucide-react';
import { Icon } from './icon';
import { SIDES } from './layout';

/** What a list is narrowed by, in one line above it. */
export const Toolbar = ({ className, ...line }: React.ComponentProps<'div'>) => (
  <div
    {...line}
    className={clsx(
      'flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line py-2 text-sm',
      SIDES,
      className,
    )}
  />
);

const SIZES = {
  normal: 'min-h-control min-w-72 @max-narrow:min-w-0 @max-narrow:flex-1',
  small: 'min-h-7 min-w-56 @max-narrow:min-w-0 @max-narrow:flex-1',
} as const;

type SearchFormProps = Omit<React.ComponentProps<'form'>, 'children'> & {
  readonly size?: keyof typeof SIZES;
  /** The line to write on. */
  readonly input: React.ComponentProps<'input'>;
  /** Beside the line: the key that leads to it, what else is sent. */
  readonly children?: React.ReactNode;
};

/** A line to search by. */
export const SearchForm = ({ size = 'normal', input, children, ...form }: SearchFormProps) => (
  <form
    {...form}
    className={clsx(
      'flex items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-ink-3',
      'focus-within:shadow-[0_0_0_2px_var(--color-focus-halo)] focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-focus',
      SIZES[size],
    )}
  >
    <Icon of={Search} />
    <input
      {...input}
      type="search"
      className="w-full text-ink placeholder:text-ink-3 placeholder:opacity-100 focus-visible:shadow-none focus-visible:outline-none"
    />
    {children}
  </form>
);
