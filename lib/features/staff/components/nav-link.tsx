'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';

export const NAV_LINK =
  'flex min-h-control items-center gap-2 rounded-md px-2 text-ink-2 no-underline hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink';

/** How much there is behind a link. */
export const NavCount = ({ late = false, children }: { late?: boolean; children: React.ReactNode }) => (
  <span className={late ? 'ms-auto text-sm font-bold text-late' : 'ms-auto text-sm text-ink-3'}>{children}</span>
);

/** A link of the side that knows whether it is where we are: the path and, if it has a query, the whole of that. */
export function NavLink({
  href,
  exact = false,
  children,
}: {
  href: string;
  exact?: boolean;
  children: React.ReactNode;
}) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const [own = '', ownQuery = ''] = href.split('?');
  const here = ownQuery
    ? path === own && query === ownQuery
    : exact
      ? path === own && query === ''
      : path.startsWith(own);
  return (
    <Link className={NAV_LINK} href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}
