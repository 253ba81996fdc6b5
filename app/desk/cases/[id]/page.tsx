import type { Metadata } from 'next';
import { CaseBody } from '@/lib/features/cases/components/case-body';
import { CaseHead, CaseMenus } from '@/lib/features/cases/components/case-head';
import { NextStepBox } from '@/lib/features/cases/components/next-step-box';
import { loadAccountMatch, loadCasePage } from '@/lib/features/cases/loaders/page';
import { mayApprove } from '@/lib/features/staff/ability';
import { loadCaseWorkers } from '@/lib/features/staff/loaders/colleagues';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.case') };

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('workCases');
  const caseId = await authorizeCase(staff, (await params).id);
  const page = await loadCasePage(caseId, staff, 'case');
  const [match, workers] = await Promise.all([
    loadAccountMatch(caseId, page.current),
    loadCaseWorkers(page.current.controllerId),
  ]);
  return (
    <>
      <CaseHead page={page} back="/desk">
        <CaseMenus page={page} workers={workers} me={staff.id} />
      </CaseHead>
      <NextStepBox me={staff.id} page={page} match={match} forms mayApprove={mayApprove(staff)} />
      <CaseBody page={page} forms me={staff.id} />
    </>
  );
}
