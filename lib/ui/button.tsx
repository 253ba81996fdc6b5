import clsx from 'clsx';

/** `main`: the one that a page is about. `plain`: without an edge, for what is rarely wanted. */
const LOOKS = {
  normal: 'border-line-strong bg-surface text-ink hover:bg-hover',
  main: 'border-accent bg-accent text-on-accent hover:bg-accent-hover',
  plain: 'border-transparent text-ink hover:bg-hover',
} as const;

const SIZES = {
  normal: 'min-h-control px-button-x py-button-y text-md',
  small: 'min-h-6.5 px-2 py-0.5 text-sm',
  start: 'min-h-control px-[1.4rem] py-[0.6rem] text-lg',
} as const;

export type ButtonLook = { readonly look?: keyof typeof LOOKS; readonly size?: keyof typeof SIZES };

/** The classes of a button, for a link or a summary that looks like one. */
export const buttonClasses = ({ look = 'normal', size = 'normal' }: ButtonLook = {}, more?: string): string =>
  clsx(
    'inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border font-medium no-underline print:hidden',
    // Under the pointer alone: what can no longer be pressed changes at once, or its words would for a moment stand on the colour before.
    'hover:transition-[background-color] hover:duration-fast hover:ease-out aria-disabled:transition-none',
    'aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3',
    LOOKS[look],
    SIZES[size],
    more,
  );

/** What is pressed to do something. Never `disabled`: what cannot be done says why beside it (WCAG 2.2, 3.3.1). */
export const Button = ({ look, size, className, ...button }: ButtonLook & React.ComponentProps<'button'>) => (
  <button {...button} className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)} />
);
