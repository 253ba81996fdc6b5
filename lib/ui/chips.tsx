import { X } from 'lucide-react';
import Link from 'next/link';
import { Icon } from './icon';

export type Chip = { readonly name: string; readonly label: string; readonly value: string };

/** What stands between a list and everything: each part can be taken away. Parts are in the address, so a view can be kept and sent. */
export function Chips({
  chips,
  path,
  params,
  remove,
}: {
  chips: readonly Chip[];
  path: string;
  params: Readonly<Record<string, string>>;
  remove: (chip: Chip) => string;
}) {
  return chips.map((chip) => {
    const rest = Object.entries(params).filter(([name]) => name !== chip.name && name !== 'after' && name !== 'before');
    const query = new URLSearchParams(rest).toString();
    return (
      <span
        key={chip.name}
        className="inline-flex min-h-6.5 items-center rounded-sm border border-line-strong bg-surface"
      >
        <span className="ps-2 pe-1">
          {chip.label} <b className="font-medium">{chip.value}</b>
        </span>
        <Link
          className="grid size-6 place-items-center text-ink-2"
          href={query ? `${path}?${query}` : path}
          prefetch={false}
          aria-label={remove(chip)}
        >
          <Icon of={X} />
        </Link>
      </span>
    );
  });
}
