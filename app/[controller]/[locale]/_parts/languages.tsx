'use client';

import { usePathname } from 'next/navigation';
import type { Locale } from '@/lib/domain/locale';

/** Each language by its own name. */
const NAMES: Record<Locale, string> = { en: 'English', bg: 'Български', ru: 'Русский' };

/** The same page in another language: answers and place in the form stay, since neither is in the address's language part. */
export function Languages({
  controller,
  locale,
  languages,
}: {
  controller: string;
  locale: Locale;
  languages: readonly Locale[];
}) {
  const rest = usePathname().split('/').slice(3).join('/');
  return languages.map((language) =>
    language === locale ? (
      <span key={language} lang={language} aria-current="true">
        {NAMES[language]}
      </span>
    ) : (
      <a key={language} lang={language} hrefLang={language} href={`/${controller}/${language}${rest && `/${rest}`}`}>
        {NAMES[language]}
      </a>
    ),
  );
}
