import { OUTCOMES, RIGHT_IDS } from '@/lib/domain/law/types';
import { byLocale, LOCALES } from '@/lib/domain/locale';
import type { CodeList, PortalWords } from '@/lib/domain/portal/system';
import { messagesOf } from '@/lib/platform/i18n/messages';
import { translator } from '@/lib/platform/i18n/translator';

const [OWN, LAW] = [byLocale((locale) => translator(locale, 'portal')), byLocale((locale) => translator(locale, 'law'))];

const named = (ids: readonly string[], name: (id: string) => (locale: (typeof LOCALES)[number]) => string) =>
  Object.fromEntries(ids.map((id) => [id, byLocale(name(id))]));

const languageIn = (code: string) => (locale: (typeof LOCALES)[number]) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;

function codes(list: CodeList): ReturnType<PortalWords['codes']> {
  switch (list) {
    case 'right':
      return named(RIGHT_IDS, (id) => (locale) => LAW[locale](`right.${id}.plain`));
    case 'outcome':
      return named(OUTCOMES, (id) => (locale) => LAW[locale](`outcome.${id}`));
    case 'language':
      return named(LOCALES, languageIn);
    default:
      return named(Object.keys(messagesOf('en', 'portal')[list] as object), (id) => (locale) => OWN[locale](`${list}.${id}`));
  }
}

/** Said once for each: a text is put together anew in each language, and controllers are read again and again. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

const plain = once((key: string) => byLocale((locale) => OWN[locale](key)));

/** What this portal's own records are called in every language; for rights and answers the words of the law. */
export const PORTAL_WORDS: PortalWords = {
  say: (key, values) => (values ? byLocale((locale) => OWN[locale](key, values)) : plain(key)),
  codes: once(codes),
};
