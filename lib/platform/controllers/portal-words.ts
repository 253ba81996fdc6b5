import { OUTCOMES, RIGHT_IDS } from '@/lib/domain/law/types';
import { byLocale, type Locale, LOCALES } from '@/lib/domain/locale';
import type { CodeList, PortalWords } from '@/lib/domain/portal/system';
import { describePlace, NAMED_PLACES } from '@/lib/domain/wording';
import { messagesOf } from '@/lib/platform/i18n/messages';
import { translator } from '@/lib/platform/i18n/translator';

const [OWN, LAW] = [byLocale((locale) => translator(locale, 'portal')), byLocale((locale) => translator(locale, 'law'))];

const named = <Id extends string>(ids: readonly Id[], name: (id: Id) => (locale: Locale) => string) =>
  Object.fromEntries(ids.map((id) => [id, byLocale(name(id))]));

const languageIn = (code: string) => (locale: Locale) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;

/** The codes of a list that is this portal's own, as its texts name them. */
const own = (list: Exclude<CodeList, 'right' | 'outcome' | 'language' | 'residence'>) =>
  Object.keys(messagesOf('en', 'portal')[list] as object);

// Each list by its own name, so that its texts are known to be used.
const CODES: Readonly<Record<CodeList, () => ReturnType<PortalWords['codes']>>> = {
  right: () => named(RIGHT_IDS, (id) => (locale) => LAW[locale](`right.${id}.plain`)),
  outcome: () => named(OUTCOMES, (id) => (locale) => LAW[locale](`outcome.${id}`)),
  language: () => named(LOCALES, languageIn),
  residence: () => named([...NAMED_PLACES], (place) => (locale) => describePlace(place, LAW[locale])),
  channel: () => named(own('channel'), (id) => (locale) => OWN[locale](`channel.${id}`)),
  forWhom: () => named(own('forWhom'), (id) => (locale) => OWN[locale](`forWhom.${id}`)),
  closedHow: () => named(own('closedHow'), (id) => (locale) => OWN[locale](`closedHow.${id}`)),
  direction: () => named(own('direction'), (id) => (locale) => OWN[locale](`direction.${id}`)),
  kind: () => named(own('kind'), (id) => (locale) => OWN[locale](`kind.${id}`)),
  step: () => named(own('step'), (id) => (locale) => OWN[locale](`step.${id}`)),
  method: () => named(own('method'), (id) => (locale) => OWN[locale](`method.${id}`)),
};

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
  codes: once((list) => CODES[list]()),
};
