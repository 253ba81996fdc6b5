import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CollectionTree } from '@/lib/features/review/components/collection-tree';
import { ReviewBoard } from '@/lib/features/review/components/review-board';
import { loadColumns, loadReview } from '@/lib/features/review/loaders/review';
import { SearchWords } from '@/lib/features/cases/components/search-words';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { Key } from '@/lib/ui/words';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.review') };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ collection?: string | string[] }> };

export default async function ReviewPage({ params, searchParams }: Props) {
  const staff = await requireStaff('workCases');
  const caseId = await authorizeCase(staff, (await params).id);
  const review = await loadReview(caseId, staff, 'review');
  if (!review) notFound();
  const asked = (await searchParams).collection;
  const all = review.systems.flatMap(({ collections }) => collections);
  const found = all.find(({ collection }) => collection.id === asked) ?? all[0];
  return (
    <div className="flex h-screen flex-col @max-narrow:h-auto">
      <Top
        back={{ href: `/desk/cases/${caseId}`, label: review.reference }}
        heading={t('review.heading')}
        end={
          <>
            <p className="flex items-center gap-1.5 text-sm text-ink-2 @max-narrow:hidden" aria-hidden="true">
              <Key>n</Key> {t('review.key.n')} <Key>h</Key> {t('review.key.h')} <Key>s</Key> {t('review.key.s')}{' '}
              <Key>v</Key> {t('review.key.v')}
            </p>
            <Link className={buttonClasses({ look: 'main' })} href={`/desk/cases/${caseId}/decide`} prefetch={false}>
              {t('review.decideNow')}
            </Link>
          </>
        }
      >
        <span className="text-ink-3">{t('review.total', { count: review.total })}</span>
      </Top>
      {found ? (
        <div className="grid min-h-0 flex-1 grid-cols-[15rem_minmax(0,1fr)_21rem] @max-narrow:grid-cols-1">
          <CollectionTree review={review} current={found.collection.id} />
          <noscript>
            <Note>{t('review.noScript')}</Note>
          </noscript>
          <ReviewBoard
            key={found.collection.id}
            review={review}
            found={found}
            columns={await loadColumns(caseId, found.collection)}
          />
        </div>
      ) : (
        <p className="px-5 py-16 text-center">{t('review.empty')}</p>
      )}
      <footer className="max-h-[50%] overflow-y-auto border-t border-line px-5 py-2 empty:hidden">
        <SearchWords search={review.search} />
      </footer>
    </div>
  );
}
