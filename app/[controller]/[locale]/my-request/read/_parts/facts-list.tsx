import type { SaidFact } from '@/lib/documents/shared-facts';

/** What the law wants said of data, a term and its paragraphs each. */
export const FactsList = ({ facts }: { facts: readonly SaidFact[] }) => (
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
