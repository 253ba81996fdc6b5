import { LogOut, Menu, UserCog } from 'lucide-react';
import Link from 'next/link';
import { signOutAction } from '@/lib/features/staff/actions/sign-in';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Logo } from './logo';

/** The left edge of the desk and of the DPO's pages. On a narrow screen the main links stay in sight and the rest folds away. */
export function Side({
  staff,
  scope,
  main,
  more,
}: {
  staff: Staff;
  scope: string;
  main: React.ReactNode;
  more: React.ReactNode;
}) {
  return (
    <header className="side">
      <Logo />
      <nav aria-label={t('nav.main')}>{main}</nav>
      <details className="side__fold">
        <summary>
          <Menu className="i" aria-hidden="true" />
          {t('nav.more')}
        </summary>
        <SideMore staff={staff} scope={scope}>
          {more}
        </SideMore>
      </details>
      <div className="side__wide">
        <SideMore staff={staff} scope={scope}>
          {more}
        </SideMore>
      </div>
    </header>
  );
}

function SideMore({ staff, scope, children }: { staff: Staff; scope: string; children: React.ReactNode }) {
  return (
    <>
      {children}
      <div className="side__who">
        <b>{staff.name}</b>
        {scope}
        <p>
          <Link href="/account" prefetch={false}>
            <UserCog className="i" aria-hidden="true" />
            {t('nav.account')}
          </Link>
        </p>
        <form action={signOutAction}>
          <button className="btn btn--sm btn--plain">
            <LogOut className="i" aria-hidden="true" />
            {t('nav.signOut')}
          </button>
        </form>
      </div>
    </>
  );
}
