import type { SoughtWords } from '@/lib/domain/bundle/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Fold } from '@/lib/ui/fold';
import { Bullets } from '@/lib/ui/lists';
import { STACK } from '@/lib/ui/layout';

/** By what and in which form the systems were searched, and by what not: as the requester is told it. */
export function SearchWords({ search }: { search: SoughtWords | null }) {
  if (search === null) return null;
  return (
    <Fold small summary={t('systems.search')}>
      <div className={`${STACK} mt-3`}>
        {[search.by, search.notBy].map(
          ({ title, lines }) =>
            lines.length > 0 && (
              <div key={title}>
                <p className="mb-1 font-medium">{title}</p>
                <Bullets>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </Bullets>
              </div>
            ),
        )}
      </div>
    </Fold>
  );
}
