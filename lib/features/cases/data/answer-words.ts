import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, WithheldSum } from '@/lib/domain/case/types';
import { cite } from '@/lib/domain/wording';
import type { Identifier } from '@/lib/domain/controller/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { CopyWords } from '@/lib/domain/fulfilment/copy';
import { isPortals } from '@/lib/domain/datamap/portal';
import { nothingHeld } from '@/lib/domain/fulfilment/nothing-held';
import { type SoughtSay, soughtWords } from '@/lib/domain/fulfilment/sought';
import { type SoughtWords } from '@/lib/domain/bundle/types';
import { exemptionById } from '@/lib/domain/law/exemptions';
import type { Exemption } from '@/lib/domain/law/types';
import type { Locale } from '@/lib/domain/locale';
import { caseOf, type CaseRow, localeOf } from '@/lib/features/case-file/data/case';
import { resultsOf } from '@/lib/features/case-file/data/results';
import { controller } from '@/lib/platform/controllers/registry';
import { type Translate, translator } from '@/lib/platform/i18n/translator';

/** How a copy speaks in one language, also where something is hidden. */
export function copyWords(locale: Locale): CopyWords {
  const say = translator(locale, 'answer');
  const law = translator(locale, 'law');
  // Two laws that say the same are said once, with the article of each.
  const each = (ids: readonly string[], said: (exemption: Exemption) => string) => [
    ...new Set(ids.map((id) => said(exemptionById(id)))),
  ];
  const ground = (ids: readonly string[]) => each(ids, ({ label }) => law(label)).join(', ');
  return {
    locale,
    say,
    ground,
    hidden: (ids) => `[${say('hidden', { what: ground(ids) })}]`,
    citation: (ids) => each(ids, ({ citation }) => citation).join('; '),
  };
}

/** What is hidden in a copy, one sentence for each ground with its articles. */
export function withheldWords(locale: Locale, withheld: readonly WithheldSum[]): string[] {
  const [say, { ground: what, citation }, law] = [
    translator(locale, 'answer'),
    copyWords(locale),
    translator(locale, 'law'),
  ];
  return withheld.map(({ grounds, count }) =>
    say('withheld', { count, what: what(grounds), citation: cite(citation(grounds), law) }),
  );
}

/** Where nothing is held: that, by what was searched, and by what else one could be found. Null where something is, or is not answered yet. */
export function nothingHeldWords(
  row: CaseRow,
  rules: CaseRules,
  { rights, tasks, forWhom }: Pick<Case, 'rights' | 'tasks' | 'forWhom'> = caseOf(row),
): { readonly held: string; readonly more: string } | null {
  const locale = localeOf(row.locale);
  const results = resultsOf(row);
  if (!nothingHeld({ rights, tasks, results }, rules)) return null;
  const say = translator(locale, 'answer');
  const elsewhere = results.filter((result) => !isPortals(result));
  const searched = [...new Set(elsewhere.flatMap(({ sought }) => sought?.by.map(({ kind }) => kind) ?? []))];
  const { identifiers } = controller(row.controllerId).definition;
  const list = (kinds: readonly string[], other: boolean) =>
    new Intl.ListFormat(locale, { type: other ? 'disjunction' : 'conjunction' }).format(
      kinds.map((kind) => kindWords(kind, identifiers, say, locale, other)),
    );
  return {
    held: [
      say('nothing.held', {
        self: forWhom === 'self' ? 'yes' : 'no',
        known: searched.length > 0 ? 'yes' : 'no',
        by: list(searched, false),
      }),
      // Said where it was looked for: it goes with a copy, and is no answer to whether their data are held.
      ...(elsewhere.length < results.length ? [say('nothing.besides')] : []),
    ].join(' '),
    more: say('nothing.more', {
      others: list(
        [
          'email',
          ...identifiers.map(({ kind }) => kind).filter((kind) => kind !== 'email' && !searched.includes(kind)),
        ],
        true,
      ),
    }),
  };
}

function kindWords(
  kind: string,
  identifiers: readonly Identifier[],
  say: Translate,
  locale: Locale,
  other: boolean,
): string {
  if (kind === 'email') return say(other ? 'nothing.otherEmail' : 'nothing.email');
  if (kind === 'phone') return say(other ? 'nothing.otherPhone' : 'nothing.phone');
  return say('nothing.identifier', { label: identifiers.find((one) => one.kind === kind)?.label?.[locale] ?? kind });
}

/** How a search is told in one language, at a controller that finds people by these. */
export function soughtSay(locale: Locale, identifiers: readonly Identifier[]): SoughtSay {
  const say = translator(locale, 'answer');
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const kind = (of: string): string =>
    identifiers.find((one) => one.kind === of)?.label?.[locale] ??
    (of === 'email' || of === 'phone' ? say(`sought.kind.${of}`) : of);
  return { say, kind, list: (texts) => list.format(texts) };
}

/** By what and in which form the systems of a case were searched that have answered, and by what not; null before, and where it was not recorded. */
export function searchWords(row: Pick<CaseRow, 'controllerId' | 'results'>, locale: Locale): SoughtWords | null {
  const { definition, held: dataMap } = controller(row.controllerId);
  const results = new Map(resultsOf(row).map((result) => [result.collectionId, result]));
  const places = collectionsOf(dataMap).flatMap(({ id, title }) =>
    results.has(id) ? [{ title: title[locale], sought: results.get(id)?.sought ?? null }] : [],
  );
  return soughtWords(places, soughtSay(locale, definition.identifiers));
}
