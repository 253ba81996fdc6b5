import clsx from 'clsx';
import Link from 'next/link';
import type { DueState } from '@/lib/domain/case/due-today';
import { STATE_INK } from '@/lib/ui/state';

export type Figure = {
  readonly href: string;
  readonly n: number;
  readonly label: string;
  readonly more: string;
  readonly state: DueState | undefined;
};

/** Counts that open their lists. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul
      data-figures
      className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] divide-x divide-line border-b border-line @max-narrow:grid-cols-2"
    >
      {figures.map(({ href, n, label, more, state }) => (
        <li key={href} data-state={n > 0 ? state : undefined}>
          <Link
            className="block h-full px-5 py-4 text-inherit no-underline hover:bg-hover"
            href={href}
            prefetch={false}
          >
            <b className={clsx('block text-display font-bold tracking-[-0.02em]', n > 0 && state && STATE_INK[state])}>
              {n}
            </b>
            <span className="underline decoration-1 underline-offset-[0.18em]">{label}</span>
            <span className="mt-1 block text-sm text-ink-2">{more}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
