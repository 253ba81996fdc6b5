import clsx from 'clsx';

const CONTROL =
  'rounded-md border-input border-line-strong bg-surface px-input-x py-input-y aria-invalid:border-2 aria-invalid:border-late';

// The browser's own button in it looks like one.
const FILES = 'file:me-3 file:cursor-pointer file:rounded-sm file:border file:border-line-strong file:px-2';

const WIDTHS = {
  full: 'w-full',
  line: 'w-full max-w-96',
  short: 'w-full max-w-48',
  day: 'w-44',
  code: 'w-full max-w-36 tracking-[0.15em]',
  year: 'w-24',
  digits: 'w-16',
} as const;

export type InputWidth = keyof typeof WIDTHS;

type Wide<P> = Omit<P, 'width'> & { readonly width?: InputWidth };

/** A line to write on. @param width of what is asked for, so that the line says how long an answer is */
export const Input = ({ width = 'full', className, ...input }: Wide<React.ComponentProps<'input'>>) => (
  <input
    {...input}
    className={clsx(CONTROL, 'min-h-control', input.type === 'file' && FILES, WIDTHS[width], className)}
  />
);

export const TextArea = ({ className, ...area }: React.ComponentProps<'textarea'>) => (
  <textarea {...area} className={clsx(CONTROL, 'block w-full resize-y', className)} />
);

export const Select = ({ width = 'full', className, ...select }: Wide<React.ComponentProps<'select'>>) => (
  <select {...select} className={clsx(CONTROL, 'min-h-control', WIDTHS[width], className)} />
);
