import { Section } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import type { StatusView } from '../view';

/** By what we looked for the data, in which form, and by what not: kinds of identity, never their values. */
export function Search({ portal: { t }, status: { search } }: StatusView) {
  if (search === null) return null;
  return (
    <Section id="search" heading={t('search.title')}>
      {[search.by, search.notBy].map(
        ({ title, lines }) =>
          lines.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <Sentences>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </Sentences>
            </div>
          ),
      )}
    </Section>
  );
}
