import type { ReadableKind } from '@/lib/features/delivery/types';

/** What the law wants said of data, a term and its paragraphs each. */
export const FactsList = ({ facts }: { facts: ReadableKind['facts'] }) => (
  <dl className="space-y-2 text-sm">
    {facts.map(([term, values]) => (
      <div key={term}>
        <dt className="text-ink-2">{term}</dt>
        {values.map((value) => (
          <dd key={value}>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);
