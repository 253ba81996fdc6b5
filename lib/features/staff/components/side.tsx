import { LogOut, Menu, UserCog } from 'lucide-react';
import Link from 'next/link';
import { signOutAction } from '@/lib/features/staff/actions/sign-in';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Logo } from './logo';
import { Icon } from '@/lib/ui/icon';
import { Button } from '@/lib/ui/button';
import { NAV_LINK } from './nav-link';

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
    <header className="relative flex flex-col gap-5 border-e border-line bg-sunken px-2 py-3 @max-narrow:flex-row @max-narrow:flex-wrap @max-narrow:items-center @max-narrow:gap-x-2 @max-narrow:gap-y-1 @max-narrow:border-e-0 @max-narrow:border-b @max-narrow:py-1.5 print:hidden">
      <Logo />
      <nav
        className="flex flex-col @max-narrow:flex-row @max-narrow:flex-wrap @max-phone:[&_svg]:hidden @max-narrow:[&:has(>:nth-child(6))_svg]:hidden"
        aria-label={t('nav.main')}
      >
        {main}
      </nav>
      <details className="ms-auto hidden open:basis-full @max-narrow:block">
        <summary className="mb-0 flex min-h-control cursor-pointer list-none items-center gap-2 px-2 text-ink-2 no-underline [&::-webkit-details-marker]:hidden">
          <Icon of={Menu} />
          {t('nav.more')}
        </summary>
        <div className="grid gap-3 @max-phone:basis-full">
          <SideMore staff={staff} scope={scope}>
            {more}
          </SideMore>
        </div>
      </details>
      <div className="flex flex-1 flex-col gap-5 @max-narrow:hidden">
        <SideMore staff={staff} scope={scope}>
          {more}
        </SideMore>
      </div>
    </header>
  );
}

/** Links of one kind under their name. */
export const NavGroup = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <nav aria-label={label}>
    <h2 className="px-2 pb-1 text-sm font-medium tracking-normal text-ink-3">{label}</h2>
    {children}
  </nav>
);

function SideMore({ staff, scope, children }: { staff: Staff; scope: string; children: React.ReactNode }) {
  return (
    <>
      {children}
      <div className="mt-auto border-t border-line px-2 pt-3 text-sm text-ink-2 @max-narrow:mt-0 @max-narrow:mb-1">
        <b className="block font-medium text-ink">{staff.name}</b>
        {scope}
        <p className="-ms-2 mt-1.5">
          <Link className={NAV_LINK} href="/account" prefetch={false}>
            <Icon of={UserCog} />
            {t('nav.account')}
          </Link>
        </p>
        <form className="-ms-2 mt-1.5" action={signOutAction}>
          <Button look="plain" size="small">
            <Icon of={LogOut} />
            {t('nav.signOut')}
          </Button>
        </form>
      </div>
    </>
  );
}
