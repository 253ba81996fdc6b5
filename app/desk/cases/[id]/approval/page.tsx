import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApprovalPage } from '@/lib/features/review/components/approval';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { loadLetters } from '@/lib/features/review/loaders/letters';
import { loadReview } from '@/lib/features/review/loaders/review';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.approval') };

export default async function Approval({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('approve');
  const caseId = await authorizeCase(staff, (await params).id);
  const page = await loadCasePage(caseId, staff, 'approval');
  const review = await loadReview(caseId, staff, 'approval');
  if (!review) notFound();
  const letters = await loadLetters(caseId);
  return (
    <>
      <Top back={{ href: `/desk/cases/${caseId}`, label: review.reference }} heading={t('approval.heading')} />
      <ApprovalPage page={page} review={review} letters={letters} me={staff.id} />
    </>
  );
}
