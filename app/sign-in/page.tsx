import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/features/staff/ability';
import { Logo } from '@/lib/features/staff/components/logo';
import { SignInForm } from '@/lib/features/staff/components/sign-in-form';
import { currentStaff } from '@/lib/features/staff/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';
import '@/app/styles/desk.css';

export const metadata: Metadata = { title: t('title.signIn') };

export default async function SignInPage() {
  const staff = await currentStaff();
  if (staff) redirect(homeOf(staff));
  return (
    <div className="desk" data-side="desk">
      <main className="sign-in" id="main">
        <Logo />
        <h1>{t('signIn.heading')}</h1>
        <p className="muted">{t('signIn.lead')}</p>
        <SignInForm />
      </main>
    </div>
  );
}
