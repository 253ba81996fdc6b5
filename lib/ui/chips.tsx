import { X } from 'lucide-react';
import Link from 'next/link';

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
      <span key={chip.name} className="chip">
        <span>
          {chip.label} <b>{chip.value}</b>
        </span>
        <Link href={query ? `${path}?${query}` : path} prefetch={false} aria-label={remove(chip)}>
          <X className="i" aria-hidden="true" />
        </Link>
      </span>
    );
  });
}
