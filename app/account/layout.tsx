import Link from 'next/link';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { homeOf } from '@/lib/features/staff/ability';
import { signOutAction } from '@/lib/features/staff/actions/sign-in';
import { Logo } from '@/lib/features/staff/components/logo';
import { requirePresent } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button, buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { NarrowFrame } from '@/lib/ui/desk-frame';

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { staff, mustChangePassword } = await requirePresent(undefined, { changing: true });
  return (
    <NarrowFrame>
      <Logo />
      <ReturnedWords returned={await loadReturned(staff)} />
      {children}
      <form action={signOutAction} className={ACTIONS}>
        {!mustChangePassword && (
          <Link className={buttonClasses({ look: 'plain' })} href={homeOf(staff)}>
            {t('account.back')}
          </Link>
        )}
        <Button look="plain">{t('nav.signOut')}</Button>
      </form>
    </NarrowFrame>
  );
}
