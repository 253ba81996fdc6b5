import Link from 'next/link';
import type { Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

const number = new Intl.NumberFormat('en-GB');

const ENTRY =
  'flex min-h-7 items-center justify-between gap-2 rounded-md px-2 text-ink-2 no-underline hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink';

const pathOf = ({ caseId }: Review, collectionId: string): string =>
  `/desk/cases/${caseId}/review?collection=${encodeURIComponent(collectionId)}`;

/** What is left to decide first, then systems and what was found in each. */
export function CollectionTree({ review, current }: { review: Review; current: string | null }) {
  const open = review.systems.flatMap(({ collections }) => collections).filter(({ toDecide }) => toDecide > 0);
  return (
    <nav
      className="min-h-0 min-w-0 overflow-y-auto border-e border-line px-2 pt-1 pb-4 @max-narrow:overflow-visible @max-narrow:border-y @max-narrow:border-e-0"
      aria-label={t('review.tree')}
    >
      {open.length > 0 && (
        <div className="border-b border-line pb-2">
          <h2 className="flex justify-between px-2 pt-3 pb-0.5 text-sm font-bold text-soon">
            {t('review.toDecideList')}{' '}
            <span>{number.format(open.reduce((sum, { toDecide }) => sum + toDecide, 0))}</span>
          </h2>
          {open.map(({ collection, toDecide }) => (
            <Link
              className={ENTRY}
              key={collection.id}
              href={pathOf(review, collection.id)}
              prefetch={false}
              aria-label={t('review.toDecideIn', { title: collection.title.en, count: toDecide })}
            >
              <span>{collection.title.en}</span>
              <b className="shrink-0 text-soon">{number.format(toDecide)}</b>
            </Link>
          ))}
        </div>
      )}
      {review.systems.map((system) => (
        <div key={system.id}>
          <h2 className="px-2 pt-3 pb-0.5 text-sm font-medium tracking-normal text-ink-3">{system.name}</h2>
          {system.answering && <p className="px-2 text-sm text-ink-3">{t('review.stillAnswering')}</p>}
          {!system.answering && system.collections.length === 0 && (
            <p className="px-2 text-sm text-ink-3">{t('systems.nothing')}</p>
          )}
          {system.collections.map(({ collection, records, toDecide }) => (
            <Link
              className={ENTRY}
              key={collection.id}
              href={pathOf(review, collection.id)}
              prefetch={false}
              aria-current={collection.id === current ? 'page' : undefined}
            >
              <span>{collection.title.en}</span>
              <span className="shrink-0 text-end text-ink-3">
                {number.format(records)}
                {toDecide > 0 && <b className="block text-sm">{t('review.toDecide', { count: toDecide })}</b>}
              </span>
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
