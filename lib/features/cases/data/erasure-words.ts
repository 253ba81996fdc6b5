import type { CertifiedCollection, CertifiedSystem } from '@/lib/domain/erasure/certificate';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { DataMap } from '@/lib/domain/datamap/types';
import { allRules } from '@/lib/domain/law/rights';
import type { Ground } from '@/lib/domain/law/types';
import type { PortalKept } from '@/lib/domain/erasure/types';
import type { Locale } from '@/lib/domain/locale';
import { cite } from '@/lib/domain/wording';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';

/** What becomes of one collection in words: what goes, and of what stays why, by what law and until when. */
export type ErasedWords = {
  readonly id: string;
  readonly title: string;
  readonly goes: string;
  readonly stays: readonly string[];
};

/** One system. `byPerson`: no connector erases there, so nothing is counted. */
export type ErasedSystemWords = {
  readonly id: string;
  readonly name: string;
  readonly byPerson: boolean;
  /** Whether its own signed word says what is done, since nobody can look there. */
  readonly bySignature: boolean;
  /** Where it is still held, and until when. */
  readonly backups: readonly string[];
  readonly collections: readonly ErasedWords[];
};

/** What this portal keeps whatever is erased, by its name. */
export type PortalKeptWords = { readonly name: string; readonly lines: readonly string[] };

/**
 * An erasure as a reader of this language is told of it.
 * @param stage `done`, or the first day on which it can be carried out
 */
export function erasureWords(
  systems: readonly CertifiedSystem[],
  dataMap: DataMap,
  locale: Locale,
  stage: 'done' | { readonly on: LocalDate },
): readonly ErasedSystemWords[] {
  const done = stage === 'done';
  const named = new Map(dataMap.systems.map(({ id, name }) => [id, name[locale]]));
  const titles = new Map(collectionsOf(dataMap).map(({ id, title }) => [id, title[locale]]));
  const nameOf = (id: string) => named.get(id) ?? id;
  return systems.map((system) => ({
    id: system.system,
    name: nameOf(system.system),
    byPerson: !system.erasedByTheProduct,
    bySignature: system.erasedByTheProduct && system.collections.some(({ uncounted }) => uncounted),
    backups: (system.backups ?? []).map(({ title, until }) =>
      translator(locale, 'answer')('erasure.backup', {
        title: title[locale],
        date: longDate(until, locale),
        on: stage === 'done' ? 'none' : longDate(stage.on, locale),
      }),
    ),
    collections: system.erasedByTheProduct
      ? system.collections
          .filter(({ deleted, stays, namedByOthers }) => deleted > 0 || stays !== null || namedByOthers > 0)
          .map((one) => collectionWords(one, nameOf(system.system), locale, done))
      : system.leftToAPerson.map((id) => ({ id, title: titles.get(id) ?? id, goes: '', stays: [] })),
  }));
}

function collectionWords(
  { collection, title, deleted, blanked, anonymised, kept, namedByOthers, uncounted, stays }: CertifiedCollection,
  system: string,
  locale: Locale,
  done: boolean,
): ErasedWords {
  const say = translator(locale, 'answer');
  const counted = (key: string, count: number) =>
    count > 0 ? [say(`erasure.${key}`, { count, done: done ? 'yes' : 'no' })] : [];
  if (uncounted)
    return {
      id: collection,
      title: title[locale],
      goes: deleted > 0 ? say('erasure.uncounted', { system, done: done ? 'yes' : 'no' }) : '',
      stays: kept > 0 ? [say('erasure.uncountedKept', { system }), ...whyItStays(stays, locale)] : [],
    };
  const goes = [...counted('deleted', deleted), ...counted('blanked', blanked), ...counted('anonymised', anonymised)];
  return {
    id: collection,
    title: title[locale],
    goes: goes.join('; '),
    stays: [...counted('kept', kept), ...whyItStays(stays, locale), ...counted('others', namedByOthers)],
  };
}

/** Null where no case asked, and of an erasure of the time before it was told. */
export function portalKeptWords(portal: PortalKept | undefined, locale: Locale): PortalKeptWords | null {
  if (!portal) return null;
  const say = translator(locale, 'portal');
  const days = say('kept.until', { days: portal.days });
  return { name: say('name'), lines: [say('kept.why'), ...groundWords(portal.grounds, locale), days] };
}

const isGround = (rule: object): rule is Ground => 'mustShow' in rule && 'reach' in rule;

function groundWords(ids: readonly string[], locale: Locale): string[] {
  const law = translator(locale, 'law');
  return allRules()
    .filter(isGround)
    .filter(({ id }) => ids.includes(id))
    .map(({ label, citation }) => `${law(label)} (${cite(citation, law)})`);
}

function whyItStays(stays: CertifiedCollection['stays'], locale: Locale): string[] {
  if (stays === null) return [];
  const say = translator(locale, 'answer');
  return [
    ...(stays.reason ? [stays.reason[locale]] : []),
    ...groundWords(stays.grounds, locale),
    ...(stays.until ? [say('erasure.until', { date: longDate(stays.until, locale) })] : []),
    ...(stays.withoutDay > 0
      ? [say('erasure.undated', { count: stays.withoutDay, because: stays.openBecause?.[locale] ?? 'none' })]
      : []),
  ];
}
