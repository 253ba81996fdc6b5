import type { Metadata } from 'next';
import Link from 'next/link';
import { CaseBody } from '@/lib/features/cases/components/case-body';
import { CaseHead } from '@/lib/features/cases/components/case-head';
import { NextStepBox } from '@/lib/features/cases/components/next-step-box';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';

export const metadata: Metadata = { title: t('title.case') };

export default async function DpoCasePage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('oversee');
  const caseId = await authorizeCase(staff, (await params).id);
  const page = await loadCasePage(caseId, staff, 'oversight');
  return (
    <>
      <CaseHead page={page} back="/dpo/cases">
        <span className="text-sm text-ink-2">{t('cases.readOnly')}</span>
        <Link className={buttonClasses()} href={`/dpo/log?case=${page.current.reference}`} prefetch={false}>
          {t('nav.log')}
        </Link>
      </CaseHead>
      <NextStepBox me="" page={page} match={null} forms={false} mayApprove={false} />
      <CaseBody page={page} forms={false} />
    </>
  );
}
