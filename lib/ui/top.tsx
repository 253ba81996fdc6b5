import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { Icon } from './icon';
import { SIDES } from './layout';

type TopProps = {
  readonly back?: { readonly href: string; readonly label: React.ReactNode };
  readonly heading: React.ReactNode;
  /** What stands after the heading: how many, whose, how long. */
  readonly children?: React.ReactNode;
  /** What can be done with the whole page, at the end of the line. */
  readonly end?: React.ReactNode;
};

/** The first line of a page of the desk: where one came from, where one is, and what can be done here. */
export const Top = ({ back, heading, children, end }: TopProps) => (
  <div className={`flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5 ${SIDES}`}>
    {back && (
      <Link
        className="inline-flex min-h-6 items-center gap-1 text-ink-3 no-underline hover:underline"
        href={back.href}
        prefetch={false}
      >
        <Icon of={ChevronLeft} />
        {back.label}
      </Link>
    )}
    <h1 className="text-lg leading-tight">{heading}</h1>
    {children}
    {end && (
      <div className="ms-auto flex flex-wrap items-center gap-2 @max-narrow:ms-0 @max-narrow:flex-auto @max-narrow:justify-end @max-phone:basis-full @max-phone:justify-start">
        {end}
      </div>
    )}
  </div>
);
