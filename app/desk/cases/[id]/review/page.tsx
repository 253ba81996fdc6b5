import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CollectionTree } from '@/lib/features/review/components/collection-tree';
import { ReviewBoard } from '@/lib/features/review/components/review-board';
import { loadReview } from '@/lib/features/review/loaders';
import { SearchWords } from '@/lib/features/cases/components/search-words';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';

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
    <>
      <div className="top">
        <Link className="crumb" href={`/desk/cases/${caseId}`} prefetch={false}>
          <ChevronLeft className="i" aria-hidden="true" />
          {review.reference}
        </Link>
        <h1>{t('review.heading')}</h1>
        <span className="faint">{t('review.total', { count: review.total })}</span>
        <p className="top__end small muted review__keys" aria-hidden="true">
          <kbd>n</kbd> {t('review.key.n')} <kbd>h</kbd> {t('review.key.h')} <kbd>s</kbd> {t('review.key.s')}{' '}
          <kbd>v</kbd> {t('review.key.v')}
        </p>
      </div>
      {found ? (
        <div className="review">
          <CollectionTree review={review} current={found.collection.id} />
          <noscript>
            <p className="note">{t('review.noScript')}</p>
          </noscript>
          <ReviewBoard key={found.collection.id} review={review} found={found} />
        </div>
      ) : (
        <p className="empty">{t('review.empty')}</p>
      )}
      <SearchWords search={review.search} />
    </>
  );
}
