import clsx from 'clsx';

/** A column to read in, no wider than a line of prose. On paper the addresses behind its links are spelled out. */
export const Reading = ({ className, children }: { className?: string; children: React.ReactNode }) => (
  <div
    className={clsx(
      "max-w-read min-w-0 space-y-5 print:[&_a[href^=http]]:after:content-['_('_attr(href)_')']",
      className,
    )}
  >
    {children}
  </div>
);

/** The one main heading of a page. @param caption what the page belongs to, above it */
export const Title = ({ caption, children }: { caption?: React.ReactNode; children: React.ReactNode }) => (
  <h1 className="text-display tracking-[-0.02em]">
    {caption !== undefined && (
      <span className="mb-[0.35rem] block text-md font-normal tracking-[0] text-ink-2">{caption}</span>
    )}
    {children}
  </h1>
);

type SectionProps = {
  /** Of the heading, which names the part. */
  readonly id: string;
  readonly heading: React.ReactNode;
  readonly className?: string;
  readonly children: React.ReactNode;
};

/** A part of a page, under its heading. */
export const Section = ({ id, heading, className, children }: SectionProps) => (
  <section className={clsx('mt-11 space-y-4 first:mt-0', className)} aria-labelledby={id}>
    <h2 className="text-xl" id={id}>
      {heading}
    </h2>
    {children}
  </section>
);
