import type { Metadata } from 'next';
import { RegistryBody } from '@/lib/features/restrictions/components/registry-body';
import { loadRegistry } from '@/lib/features/restrictions/loaders';
import { registrySchema } from '@/lib/features/restrictions/schema';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.restrictions') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RestrictionsPage({ searchParams }: Props) {
  const staff = await requireStaff('workCases');
  const filters = registrySchema.parse(await searchParams);
  const registry = await loadRegistry(staff, filters);
  return (
    <>
      <Top heading={t('restriction.registry')}>
        <span className="text-ink-3">{registry.total}</span>
      </Top>
      <RegistryBody registry={registry} filters={filters} to="/desk" />
    </>
  );
}
