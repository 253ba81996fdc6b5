'use client';

import { usePathname } from 'next/navigation';
import type { Locale } from '@/lib/domain/locale';

/** The same page in another language: answers and place in the form stay, since neither is in the address's language part. */
export function Languages({
  controller,
  locale,
  languages,
}: {
  controller: string;
  locale: Locale;
  /** Each by its own name. */
  languages: readonly { readonly id: Locale; readonly name: string }[];
}) {
  const rest = usePathname().split('/').slice(3).join('/');
  return languages.map(({ id: language, name }) =>
    language === locale ? (
      <span key={language} lang={language} aria-current="true">
        {name}
      </span>
    ) : (
      <a key={language} lang={language} hrefLang={language} href={`/${controller}/${language}${rest && `/${rest}`}`}>
        {name}
      </a>
    ),
  );
}
