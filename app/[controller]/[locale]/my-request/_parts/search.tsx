import type { StatusView } from '../view';

/** By what we looked for the data, in which form, and by what not: kinds of identity, never their values. */
export function Search({ portal: { t }, status: { search } }: StatusView) {
  if (search === null) return null;
  return (
    <section aria-labelledby="search">
      <h2 id="search">{t('search.title')}</h2>
      {[search.by, search.notBy].map(
        ({ title, lines }) =>
          lines.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <ul className="list">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}
