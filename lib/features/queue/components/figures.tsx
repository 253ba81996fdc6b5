import Link from 'next/link';
import type { DueState } from '@/lib/domain/case/due-today';

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
    <ul className="figures">
      {figures.map(({ href, n, label, more, state }) => (
        <li key={href} data-state={n > 0 ? state : undefined}>
          <Link href={href} prefetch={false}>
            <b>{n}</b>
            <span className="figures__label">{label}</span>
            <span className="sub">{more}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
