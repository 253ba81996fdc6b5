import clsx from 'clsx';

export const SUMMARY =
  'mb-0 min-h-6 cursor-pointer text-accent underline decoration-1 underline-offset-[0.18em] in-data-[side=public]:py-2.5';

type FoldProps = Omit<React.ComponentProps<'details'>, 'children'> & {
  readonly summary: React.ReactNode;
  readonly small?: boolean;
  readonly children: React.ReactNode;
};

/** What is a click away, also without a script. */
export const Fold = ({ summary, small = false, children, ...details }: FoldProps) => (
  <details {...details}>
    <summary className={clsx(SUMMARY, small && 'text-sm')}>{summary}</summary>
    <div className="mt-3 grid grid-cols-1 gap-3">{children}</div>
  </details>
);
