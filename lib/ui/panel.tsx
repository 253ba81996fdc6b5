import clsx from 'clsx';
import { SIDES } from './layout';

export const PANEL = clsx('border-b border-line py-4 last:border-0', SIDES);

type PanelProps = {
  /** Of the heading, which names the panel. */
  readonly id: string;
  readonly heading: React.ReactNode;
  /** What stands at the end of the heading's line. */
  readonly beside?: React.ReactNode;
  /** More for the heading itself: where the focus may go. */
  readonly headingProps?: React.ComponentProps<'h2'>;
  readonly children: React.ReactNode;
};

/** A part of a page about one thing, under its heading, with a line below it. */
export const Panel = ({ id, heading, beside, headingProps, children }: PanelProps) => (
  <section className={PANEL} aria-labelledby={id}>
    <header className="mb-2.5 flex items-baseline justify-between gap-4">
      <h2 className="text-md leading-tight" id={id} {...headingProps}>
        {heading}
      </h2>
      {beside}
    </header>
    {children}
  </section>
);
