import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/features/staff/ability';
import { Logo } from '@/lib/features/staff/components/logo';
import { SignInForm } from '@/lib/features/staff/components/sign-in-form';
import { currentStaff } from '@/lib/features/staff/loaders/session';
import { returnPathSchema, signInErrorSchema } from '@/lib/features/staff/schema/sign-in';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { NarrowFrame } from '@/lib/ui/desk-frame';

export const metadata: Metadata = { title: t('title.signIn') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const [staff, asked] = [await currentStaff(), await searchParams];
  const back = returnPathSchema.parse(asked.back ?? null);
  const kept = typeof asked.kept === 'string' ? asked.kept : null;
  if (staff) redirect(back ?? homeOf(staff));
  return (
    <NarrowFrame>
      <Logo />
      <h1 className="mt-4 text-xl leading-tight">{t('signIn.heading')}</h1>
      <p className="text-ink-2">{t(kept ? 'signIn.kept' : back ? 'signIn.again' : 'signIn.lead')}</p>
      <SignInForm back={back} kept={kept} error={signInErrorSchema.parse(asked.error)} />
    </NarrowFrame>
  );
}
