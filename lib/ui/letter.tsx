import clsx from 'clsx';

export const LETTER = 'rounded-lg border border-line bg-surface p-5 print:break-inside-avoid';

/** What one wrote to the other, or is asked to say, in a frame of its own. */
export const Letter = ({
  as: Tag = 'article',
  className,
  ...letter
}: React.HTMLAttributes<HTMLElement> & { as?: 'article' | 'section' }) => (
  <Tag {...letter} className={clsx(LETTER, 'space-y-3 [&_h2]:text-md/[1.2]', className)} />
);

/** Whose it is, and at the other end of the line since when. */
export const LetterHead = ({ children }: { children: React.ReactNode }) => (
  <header className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2 *:[b,h2]:text-ink">{children}</header>
);

/** What somebody wrote, in their own lines. */
export const Typed = ({ children }: { children: React.ReactNode }) => (
  <p className="wrap-anywhere whitespace-pre-wrap">{children}</p>
);
