import type { Metadata } from 'next';
import { MailList } from '@/lib/features/incoming-mail/components/mail-list';
import { loadMails } from '@/lib/features/incoming-mail/loaders';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.mails') };

export default async function MailsPage() {
  const staff = await requireStaff('workCases');
  return (
    <>
      <Top back={{ href: '/desk', label: t('queue.title') }} heading={t('mails.heading')} />
      <MailList mails={await loadMails(staff)} />
    </>
  );
}
