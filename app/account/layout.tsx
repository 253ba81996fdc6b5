import Link from 'next/link';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { homeOf } from '@/lib/features/staff/ability';
import { signOutAction } from '@/lib/features/staff/actions/sign-in';
import { Logo } from '@/lib/features/staff/components/logo';
import { requirePresent } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { staff, mustChangePassword } = await requirePresent(undefined, { changing: true });
  return (
    <div className="desk" data-side="desk">
      <main className="sign-in" id="main">
        <Logo />
        <ReturnedWords returned={await loadReturned(staff)} />
        {children}
        <form action={signOutAction} className="actions">
          {!mustChangePassword && (
            <Link className="btn btn--plain" href={homeOf(staff)}>
              {t('account.back')}
            </Link>
          )}
          <button className="btn btn--plain">{t('nav.signOut')}</button>
        </form>
      </main>
    </div>
  );
}
