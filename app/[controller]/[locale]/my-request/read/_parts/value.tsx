import type { CopyLine } from '@/lib/features/delivery/types';

/** A value as it is read; what is nested stands in lists. */
export function Value({ shown, empty }: { shown: CopyLine['shown']; empty: string }) {
  switch (shown.kind) {
    case 'nothing':
      return <span className="text-ink-2">{empty}</span>;
    case 'time':
      return <time dateTime={shown.at}>{shown.text}</time>;
    case 'list':
      return (
        <ul className="list-disc ps-5">
          {shown.items.map((item, i) => (
            <li key={i}>
              <Value shown={item} empty={empty} />
            </li>
          ))}
        </ul>
      );
    case 'pairs':
      return (
        <dl className="space-y-1 border-s border-line ps-3">
          {shown.pairs.map(([name, value], i) => (
            <div key={i}>
              <dt className="text-sm text-ink-2">{name}</dt>
              <dd>
                <Value shown={value} empty={empty} />
              </dd>
            </div>
          ))}
        </dl>
      );
    default:
      return (
        <span dir="auto" className="wrap-anywhere whitespace-pre-line">
          {shown.text}
        </span>
      );
  }
}
