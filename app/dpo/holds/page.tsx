import type { Metadata } from 'next';
import { HoldsBody } from '@/lib/features/holds/components/holds-body';
import { loadHolds } from '@/lib/features/holds/loaders';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.holds') };

/** What must not be erased yet: the one thing that whoever oversees decides themselves. */
export default async function HoldsPage() {
  const staff = await requireStaff('oversee');
  return (
    <>
      <Top heading={t('holds.heading')} />
      <HoldsBody page={await loadHolds(staff)} />
    </>
  );
}
