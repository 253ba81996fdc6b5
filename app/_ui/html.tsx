'use client';

import { useParams, usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { isLocale } from '@/lib/domain/locale';
import { type BrokenWords, BrokenWordsContext } from './broken';
import { watchForms } from './sent-form';

const STAFF = /^\/(desk|dpo|sign-in|account)(\/|$)/;

/**
 * The outermost elements. Language, side and controller stand in the address below the root layout, where only the client's
 * router, which also runs on the server, can read them; a page in Bulgarian must say so on <html> (WCAG 2.2, 3.1.1).
 */
export function Html({
  asked,
  brokenWords,
  children,
}: {
  asked: { readonly controller: string | undefined; readonly locale: string | undefined };
  brokenWords: BrokenWords;
  children: React.ReactNode;
}) {
  const params = useParams<{ controller?: string; locale?: string }>();
  // Where no page answers there are no parameters; what the address says of portal and language then stands in `asked`.
  const controller = asked.controller ?? params.controller;
  const locale = params.locale !== undefined && isLocale(params.locale) ? params.locale : asked.locale;
  useEffect(watchForms, []);
  const side = STAFF.test(usePathname()) ? 'desk' : 'public';
  return (
    <html lang={locale ?? 'en'}>
      <body data-side={side} data-controller={controller}>
        <BrokenWordsContext value={brokenWords}>{children}</BrokenWordsContext>
      </body>
    </html>
  );
}
