'use client';

import { useParams, usePathname } from 'next/navigation';

const STAFF = /^\/(desk|dpo|sign-in)(\/|$)/;

/**
 * The outermost elements. Language, side and controller stand in the address below the root layout, where only the client's
 * router, which also runs on the server, can read them; a page in Bulgarian must say so on <html> (WCAG 2.2, 3.1.1).
 */
export function Html({ children }: { children: React.ReactNode }) {
  const { controller, locale } = useParams<{ controller?: string; locale?: string }>();
  const side = STAFF.test(usePathname()) ? 'desk' : 'public';
  return (
    <html lang={locale ?? 'en'}>
      <body data-side={side} data-controller={controller}>
        {children}
      </body>
    </html>
  );
}
