import type { Metadata } from 'next';
import Link from 'next/link';
import { requirePresent } from '@/lib/features/staff/loaders';
import { loadKept } from '@/lib/features/staff-accounts/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.kept') };

type Props = { params: Promise<{ id: string }> };

export default async function KeptPage({ params }: Props) {
  const { path, fields } = await loadKept(await requirePresent(), (await params).id);
  return (
    <>
      <h1>{t('kept.heading')}</h1>
      <p className="muted">{t('kept.lead')}</p>
      {fields.map(([name, value], at) => (
        <p key={`${name}-${at}`}>
          <label className="lab" htmlFor={`kept-${at}`}>{t('kept.field', { name })}</label>
          <textarea id={`kept-${at}`} className="input--sm" readOnly rows={Math.min(12, value.split('\n').length + Math.floor(value.length / 60) + 1)} defaultValue={value} />
        </p>
      ))}
      <p><Link className="btn btn--main" href={path} prefetch={false}>{t('kept.back')}</Link></p>
    </>
  );
}
