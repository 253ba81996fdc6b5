import Link from 'next/link';
import type { Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

const number = new Intl.NumberFormat('en-GB');

/** Systems and what was found in each. */
export function CollectionTree({ review, current }: { review: Review; current: string | null }) {
  return (
    <nav className="tree" aria-label={t('review.tree')}>
      {review.systems.map((system) => (
        <div key={system.id}>
          <h2>{system.name}</h2>
          {system.answering && <p className="small faint tree__note">{t('review.stillAnswering')}</p>}
          {!system.answering && system.collections.length === 0 && (
            <p className="small faint tree__note">{t('systems.nothing')}</p>
          )}
          {system.collections.map(({ collection, records, toDecide }) => (
            <Link
              key={collection.id}
              href={`/desk/cases/${review.caseId}/review?collection=${encodeURIComponent(collection.id)}`}
              prefetch={false}
              aria-current={collection.id === current ? 'page' : undefined}
            >
              <span>{collection.title.en}</span>
              <span className="faint">
                {number.format(records)}
                {toDecide > 0 && (
                  <>
                    , <b>{t('review.toDecide', { count: toDecide })}</b>
                  </>
                )}
              </span>
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
