import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ApprovalPage } from '@/lib/features/review/components/approval';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { loadReview } from '@/lib/features/review/loaders';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.approval') };

export default async function Approval({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('approve');
  const caseId = await authorizeCase(staff, (await params).id);
  const page = await loadCasePage(caseId, staff, 'approval');
  const review = await loadReview(caseId, staff, 'approval');
  if (!review) notFound();
  return (
    <>
      <div className="top">
        <Link className="crumb" href={`/desk/cases/${caseId}`} prefetch={false}>
          <ChevronLeft className="i" aria-hidden="true" />
          {review.reference}
        </Link>
        <h1>{t('approval.heading')}</h1>
      </div>
      <ApprovalPage page={page} review={review} me={staff.id} />
    </>
  );
}
