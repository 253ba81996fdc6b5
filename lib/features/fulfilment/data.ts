import type { BundleAnswer, BundleFacts, BundleRemedy } from '@/lib/domain/bundle/types';
import { exemptionCitation } from '@/lib/domain/case/rules';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import type { Identifier } from '@/lib/domain/controller/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { DataMap } from '@/lib/domain/datamap/types';
import { copyOf, type CopyWords, type HiddenPlace, type ReasonedRedaction } from '@/lib/domain/fulfilment/copy';
import { bundleFacts, type Occasion } from '@/lib/domain/fulfilment/facts';
import { nothingHeld } from '@/lib/domain/fulfilment/nothing-held';
import { type SoughtSay, type SoughtWords, soughtWords } from '@/lib/domain/fulfilment/sought';
import { bundleRemedies } from '@/lib/domain/fulfilment/remedies';
import { byGround } from '@/lib/domain/fulfilment/withheld';
import { scopeOf } from '@/lib/domain/fulfilment/scope';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { cite } from '@/lib/domain/clock/describe';
import { type LocalDate, localDateOf } from '@/lib/domain/clock/local-date';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { basisActOf, isGranting, isRefusing, rightRule } from '@/lib/domain/law/rights';
import type { RegimeId } from '@/lib/domain/law/types';
import type { Locale } from '@/lib/domain/locale';
import { answersOf, caseOf, type CaseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { allRecords, RecordsMissing } from '@/lib/features/collection/data/records';
import { soughtSchema } from '@/lib/features/case-file/schema/sought';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { controller } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { type Translate, translator } from '@/lib/platform/i18n/translator';

export const keyUrl = (): string => `${env().BASE_URL}/.well-known/rightsdesk-keys.json`;

/** How a copy speaks in one language, also where something is hidden. */
export function copyWords(locale: Locale): CopyWords {
  const say = translator(locale, 'answer');
  const law = translator(locale, 'law');
  // The exemptions of the United Kingdom are those of the GDPR under other numbers, and are worded there.
  const ground = (id: string) => law(`exemption.${id.replace(/^UK-/, 'GDPR-')}`);
  return { locale, say, ground, hidden: (id) => `[${say('hidden', { what: ground(id) })}]`, citation: exemptionCitation };
}

/** Everything a bundle of this case says and holds; records come redacted and in order, as often as they are asked for. */
export type BundleContent = {
  readonly facts: BundleFacts;
  readonly records: (collectionId: string) => AsyncIterable<Readonly<Record<string, unknown>>>;
  readonly hidden: (collectionId: string) => AsyncIterable<HiddenPlace>;
  /** How many values are hidden on which ground. */
  readonly withheld: readonly { readonly ground: string; readonly count: number }[];
  /** Records that the desk hides whole, by collection: they are counted, and in no file. */
  readonly hiddenWhole: ReadonlyMap<string, number>;
};

/** @throws RecordsMissing while a system has not answered, or where something that was found has no place in the data map any more */
export async function bundleContent(row: CaseRow, madeAt: Date): Promise<BundleContent> {
  const { definition, dataMap, accent } = controller(row.controllerId);
  const locale = localeOf(row.locale);
  const words = copyWords(locale);
  const answers = await answersOf(row);
  const results = finalResults(row, dataMap);
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  const redactions = await redactionsOf(row.id, keyOf(row));
  const copy = copyOf(
    {
      collections: collectionsOf(dataMap).filter(({ id }) => found.has(id)),
      read: (collectionId) => allRecords(row.id, collectionId),
      redactions,
    },
    words,
  );
  const withheld = await copy.withheld();
  const facts = bundleFacts(
    { definition, dataMap, accent },
    {
      reference: row.reference,
      locale,
      subject: { name: answers.subject?.name ?? answers.name },
      answers: answersGiven(row, answers, words),
      receivedOn: localDateOf(row.receivedAt.toISOString(), definition.timezone),
      dueOn: row.dueOn.toISOString().slice(0, 10) as LocalDate,
      madeAt: madeAt.toISOString(),
      remedies: remediesOf(row, words),
      keyUrl: keyUrl(),
      withheld: withheld.lines,
      ...lawOfFacts(caseOf(row).rights.map(({ regime }) => regime), localDateOf(row.receivedAt.toISOString(), definition.timezone), locale),
      results,
    },
    soughtSay(locale, definition.identifiers),
  );
  return { facts, records: copy.records, hidden: copy.hidden, withheld: byGround(withheld.counts), hiddenWhole: hiddenWhole(redactions) };
}

/** What these laws say of the facts in a copy: whose Art. 6 the bases are, and by what article the person may take their data elsewhere. */
export function lawOfFacts(regimes: readonly RegimeId[], on: LocalDate, locale: Locale): Pick<Occasion, 'basisAct' | 'portability'> {
  const citation = regimes.map((regime) => rightRule(regime, 'portability', on)?.citation).find((one) => one !== undefined);
  return { basisAct: basisActOf(regimes), portability: citation === undefined ? null : cite(citation, translator(locale, 'law')) };
}

function hiddenWhole(redactions: readonly ReasonedRedaction[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, Set<number>>();
  for (const { scope, collectionId, recordNo } of redactions) if (scope === 'record') numbers.set(collectionId, (numbers.get(collectionId) ?? new Set()).add(recordNo));
  return new Map([...numbers].map(([collectionId, own]) => [collectionId, own.size]));
}

/** What every system answered. Left out, or not final, a collection would be missing from the copy without a word. */
function finalResults(row: CaseRow, dataMap: DataMap): CollectionAnswer[] {
  if (row.tasks.length === 0 || row.tasks.some(({ state }) => state !== 'answered')) throw new RecordsMissing('a system has not answered');
  const results = resultsOf(row);
  const known = new Set(collectionsOf(dataMap).map(({ id }) => id));
  const wrong = results.find(({ collectionId, result }) => !FINAL.includes(result) || (result === 'found' && !known.has(collectionId)));
  if (wrong) throw new RecordsMissing(`${wrong.collectionId} is ${wrong.result}`);
  return results;
}

const FINAL: readonly CollectionAnswer['result'][] = ['found', 'nothing', 'notApplicable'];

/** What is hidden in a copy, one sentence for each ground with its article. */
export function withheldWords(locale: Locale, withheld: readonly { readonly ground: string; readonly count: number }[]): string[] {
  const [say, { ground: what, citation }, law] = [translator(locale, 'answer'), copyWords(locale), translator(locale, 'law')];
  return withheld.map(({ ground, count }) => say('withheld', { count, what: what(ground), citation: cite(citation(ground), law) }));
}

/** Where nothing is held: that, by what was searched, and by what else one could be found. Null where something is, or is not answered yet. */
export function nothingHeldWords(row: CaseRow, rules: CaseRules): { readonly held: string; readonly more: string } | null {
  const { rights, tasks, locale, forWhom } = caseOf(row);
  const results = resultsOf(row);
  if (!nothingHeld({ rights, tasks, results }, rules)) return null;
  const say = translator(locale, 'answer');
  const searched = [...new Set(results.flatMap(({ sought }) => sought?.by.map(({ kind }) => kind) ?? []))];
  const { identifiers } = controller(row.controllerId).definition;
  const list = (kinds: readonly string[], other: boolean) => new Intl.ListFormat(locale, { type: other ? 'disjunction' : 'conjunction' }).format(kinds.map((kind) => kindWords(kind, identifiers, say, locale, other)));
  return {
    held: say('nothing.held', { self: forWhom === 'self' ? 'yes' : 'no', known: searched.length > 0 ? 'yes' : 'no', by: list(searched, false) }),
    more: say('nothing.more', { others: list(['email', ...identifiers.map(({ kind }) => kind).filter((kind) => kind !== 'email' && !searched.includes(kind))], true) }),
  };
}

function kindWords(kind: string, identifiers: readonly Identifier[], say: Translate, locale: Locale, other: boolean): string {
  if (kind === 'email') return say(other ? 'nothing.otherEmail' : 'nothing.email');
  if (kind === 'phone') return say(other ? 'nothing.otherPhone' : 'nothing.phone');
  return say('nothing.identifier', { label: identifiers.find((one) => one.kind === kind)?.label?.[locale] ?? kind });
}

/** How a search is told in one language, at a controller that finds people by these. */
export function soughtSay(locale: Locale, identifiers: readonly Identifier[]): SoughtSay {
  const say = translator(locale, 'answer');
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const kind = (of: string): string => identifiers.find((one) => one.kind === of)?.label?.[locale] ?? (of === 'email' || of === 'phone' ? say(`sought.kind.${of}`) : of);
  return { say, kind, list: (texts) => list.format(texts) };
}

/** By what and in which form the systems of a case were searched that have answered, and by what not; null before, and where it was not recorded. */
export function searchWords(row: Pick<CaseRow, 'controllerId' | 'results'>, locale: Locale): SoughtWords | null {
  const { definition, dataMap } = controller(row.controllerId);
  const results = new Map(resultsOf(row).map((result) => [result.collectionId, result]));
  const places = collectionsOf(dataMap).flatMap(({ id, title }) => (results.has(id) ? [{ title: title[locale], sought: results.get(id)?.sought ?? null }] : []));
  return soughtWords(places, soughtSay(locale, definition.identifiers));
}

const resultsOf = ({ results }: Pick<CaseRow, 'results'>): CollectionAnswer[] =>
  results.map(({ collectionId, result, reason, records, sought }) => {
    const how = soughtSchema.parse(sought);
    return { collectionId, result: result as CollectionAnswer['result'], reason, records, ...(how && { sought: how }) };
  });

function remediesOf(row: CaseRow, words: CopyWords): BundleRemedy[] {
  const { definition } = controller(row.controllerId);
  const { rights } = caseOf(row);
  const refused = rights.some(({ decision }) => decision !== null && isRefusing(decision.outcome));
  const where = { residence: row.residence, authority: definition.authority };
  const on = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  return bundleRemedies({ rights, where, controller: definition.name, refused }, on, { say: words.say, law: translator(words.locale, 'law') });
}

function answersGiven(row: CaseRow, { period }: SubmittedAnswers, words: CopyWords): BundleAnswer[] {
  const law = translator(words.locale, 'law');
  const receivedOn = localDateOf(row.receivedAt.toISOString(), controller(row.controllerId).definition.timezone);
  return caseOf(row).rights.flatMap(({ right, regime, decision, carriedOut }) => {
    const rule = rightRule(regime, right, receivedOn);
    if (!decision) return [];
    // The copy itself is what is done by it; what a person still has to do is only agreed.
    const promised = isGranting(decision.outcome) && RIGHT_DOING[right].doneBy === 'desk' && carriedOut === null;
    return [{ title: law(`right.${right}.plain`), outcome: promised ? words.say(`agreed.${decision.outcome}`) : law(`outcome.${decision.outcome}`), citation: rule ? cite(rule.citation, law) : regime, scope: scopeOf(period, rule, { say: words.say, law }) }];
  });
}
