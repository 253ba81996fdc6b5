import type { Metadata } from 'next';
import { requirePresent } from '@/lib/features/staff/loaders/session';
import { PasswordForm } from '@/lib/features/staff/components/password-form';
import { deskText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.account') };

export default async function PasswordPage() {
  const { mustChangePassword } = await requirePresent(undefined, { changing: true });
  return (
    <>
      <h1 className="mt-4 text-xl leading-tight">{t('account.change')}</h1>
      <p className="text-ink-2">{t(mustChangePassword ? 'account.mustChange' : 'account.changeLead')}</p>
      <PasswordForm />
    </>
  );
}
