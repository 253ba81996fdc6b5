import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MailBody } from '@/lib/features/incoming-mail/components/mail-body';
import { loadMail } from '@/lib/features/incoming-mail/loaders';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.mails') };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff('workCases');
  const mail = await loadMail(staff, (await params).id);
  if (!mail) notFound();
  return (
    <>
      <Top back={{ href: '/desk/mails', label: t('mails.heading') }} heading={mail.controller.name} />
      <MailBody mail={mail} />
    </>
  );
}
