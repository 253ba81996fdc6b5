import clsx from 'clsx';

/** A box that chooses one line of many. In the reader's own colours it is the browser's. */
export const Tick = ({ className, ...input }: Omit<React.ComponentProps<'input'>, 'type'>) => (
  <input
    {...input}
    type="checkbox"
    data-tick
    className={clsx(
      'relative inline-grid size-6 cursor-pointer appearance-none place-items-center align-middle',
      "before:size-4 before:rounded-sm before:border-[1.5px] before:border-line-strong before:bg-surface before:content-['']",
      'checked:before:border-ink checked:before:bg-ink',
      "checked:after:absolute checked:after:h-[0.58rem] checked:after:w-[0.3rem] checked:after:-translate-y-px checked:after:rotate-45 checked:after:content-['']",
      'checked:after:border-e-2 checked:after:border-b-2 checked:after:border-on-ink',
      'forced-colors:appearance-auto forced-colors:before:hidden forced-colors:after:hidden',
      className,
    )}
  />
);
