'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';

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
    <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}
