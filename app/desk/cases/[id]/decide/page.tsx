import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { DecidingPage } from '@/lib/features/review/components/deciding';
import { loadLetters } from '@/lib/features/review/loaders/letters';
import { loadReview } from '@/lib/features/review/loaders/review';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { DueWords } from '@/lib/ui/due';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.deciding') };

export default async function Deciding({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('workCases');
  const caseId = await authorizeCase(staff, (await params).id);
  const page = await loadCasePage(caseId, staff, 'deciding');
  const review = await loadReview(caseId, staff, 'deciding');
  if (!review) notFound();
  const letters = await loadLetters(caseId);
  return (
    <>
      <Top back={{ href: `/desk/cases/${caseId}`, label: review.reference }} heading={t('deciding.heading')}>
        <DueWords due={page.due} look="tint" />
      </Top>
      <DecidingPage page={page} review={review} letters={letters} me={staff.id} />
    </>
  );
}
