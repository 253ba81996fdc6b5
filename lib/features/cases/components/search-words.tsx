import type { SoughtWords } from '@/lib/domain/bundle/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** By what and in which form the systems were searched, and by what not: as the requester is told it. */
export function SearchWords({ search }: { search: SoughtWords | null }) {
  if (search === null) return null;
  return (
    <details>
      <summary className="small">{t('systems.search')}</summary>
      <div className="stack mt">
        {[search.by, search.notBy].map(
          ({ title, lines }) =>
            lines.length > 0 && (
              <div key={title}>
                <p className="lab">{title}</p>
                <ul className="bullets">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </details>
  );
}
