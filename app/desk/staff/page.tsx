import type { Metadata } from 'next';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { AccountRow } from '@/lib/features/staff/components/account-row';
import { AddForm } from '@/lib/features/staff/components/add-form';
import { loadAccounts } from '@/lib/features/staff/loaders/accounts';
import type { Account } from '@/lib/features/staff/types/accounts';
import { controllers } from '@/lib/platform/controllers/registry';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.staff') };

/** Of a mail that did not arrive, or not for sure: what it said has to be told another way. */
const mailProblem = ({ newestMail: mail }: Account): string | null =>
  mail && ['delayed', 'failed', 'uncertain'].includes(mail.state)
    ? t(`accounts.mail.${mail.state}`, { reason: t(`mailFailure.${mail.lastFailure ?? 'none'}`) })
    : null;

export default async function StaffPage() {
  await requireStaff('configure');
  const accounts = await loadAccounts();
  const known = [...controllers().values()].map(({ definition }) => ({ id: definition.id, name: definition.name }));
  return (
    <>
      <Top heading={t('accounts.heading')} />
      {accounts.map((account) => {
        const seen = account.lastSeenAt
          ? t('accounts.seen', {
              at: `${dateAndTime(account.lastSeenAt, 'en', 'UTC')} UTC`,
              sessions: account.sessions,
            })
          : t('accounts.neverSeen');
        const more = [
          account.disabled && t('accounts.disabled'),
          account.mustChangePassword && t('accounts.mustChange'),
          mailProblem(account),
        ].filter(Boolean);
        return <AccountRow key={account.id} account={account} seen={[seen, ...more].join(' · ')} />;
      })}
      <AddForm controllers={known} />
    </>
  );
}
