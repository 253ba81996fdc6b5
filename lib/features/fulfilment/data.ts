import type { PortablePart } from '@/lib/documents/bundle/portable';
import type { BundleDocument } from '@/lib/documents/bundle/write';
import type { BundleAnswer, BundleFacts, BundleRemedy } from '@/lib/domain/bundle/types';
import type { CollectionAnswer, WithheldSum } from '@/lib/domain/case/types';
import { cite } from '@/lib/domain/wording';
import { type LocalDate, localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { DataMap } from '@/lib/domain/datamap/types';
import { type CopiedLines, copyOf, type CopyWords, type ReasonedRedaction } from '@/lib/domain/fulfilment/copy';
import { isPortable } from '@/lib/domain/fulfilment/categories';
import { bundleFacts, type Occasion } from '@/lib/domain/fulfilment/facts';
import { bundleRemedies } from '@/lib/domain/fulfilment/remedies';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { scopeOf } from '@/lib/domain/fulfilment/scope';
import { underLaw } from '@/lib/domain/fulfilment/under-law';
import { byGrounds } from '@/lib/domain/fulfilment/withheld';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { isErased } from '@/lib/domain/case/erasing';
import { portabilityArticle, RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { basisActOf, isGranting, isRefusing, rightRule } from '@/lib/domain/law/rights';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import type { Locale } from '@/lib/domain/locale';
import { answersOf, caseOf, type CaseRow, keyOf, localeOf, requestLawOf } from '@/lib/features/case-file/data/case';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { resultsOf } from '@/lib/features/case-file/data/results';
import { copyWords, soughtSay } from '@/lib/features/cases/data/answer-words';
import { documentsOf } from '@/lib/features/collection/data/documents';
import { allLines, RecordsMissing } from '@/lib/features/collection/data/records';
import { controller } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { translator } from '@/lib/platform/i18n/translator';

export const keyUrl = (): string => `${env().BASE_URL}/.well-known/rightsdesk-keys.json`;

/** Everything a bundle of this case says and holds; records come redacted and in order, as often as they are asked for. */
export type BundleContent = {
  readonly facts: BundleFacts;
  readonly records: (collectionId: string) => AsyncIterable<CopiedLines>;
  /** Documents that the records name, once hidden values are out of them. */
  readonly documents: (collectionId: string) => AsyncIterable<BundleDocument>;
  readonly hiddenWords: HiddenWords;
  readonly withheld: readonly WithheldSum[];
  /** What of it may be taken elsewhere, where that was asked for and granted. */
  readonly portable: PortablePart | undefined;
  /** How many records are not in it because what was asked for does not reach them, by collection. */
  readonly beyond: ReadonlyMap<string, number>;
  /** Records that the desk hides whole, by collection: they are counted, and in no file. */
  readonly hiddenWhole: ReadonlyMap<string, number>;
};

/** @throws RecordsMissing while a system has not answered, or where something that was found has no place in the data map any more */
export async function bundleContent(row: CaseRow, madeAt: Date): Promise<BundleContent> {
  const { definition, held: dataMap, accent } = controller(row.controllerId);
  const locale = localeOf(row.locale);
  const words = copyWords(locale);
  const answers = await answersOf(row);
  const results = finalResults(row, dataMap);
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  const redactions = await redactionsOf(row.id, keyOf(row));
  const copy = copyOf(
    {
      collections: underLaw(
        collectionsOf(dataMap).filter(({ id }) => found.has(id)),
        requestLawOf(row),
      ),
      read: (collectionId, wanted) => allLines(row.id, collectionId, wanted),
      redactions,
    },
    words,
  );
  const portable = portablePart(row, locale);
  const beyond = new Map(
    results.flatMap(({ collectionId, result, records }): [string, number][] =>
      result === 'found' && isOnlyPortable(row) && !portable?.shapes.has(collectionId) ? [[collectionId, records]] : [],
    ),
  );
  const withheld = await copy.withheld((collectionId) => !beyond.has(collectionId));
  const facts = bundleFacts(
    { definition, dataMap, accent },
    {
      reference: row.reference,
      locale,
      subject: { name: answers.subject?.name ?? answers.name },
      answers: answersGiven(row, answers, words),
      receivedOn: localDateOf(row.receivedAt.toISOString(), definition.timezone),
      dueOn: toLocalDate(row.dueOn),
      madeAt: madeAt.toISOString(),
      remedies: remediesOf(row, words),
      keyUrl: keyUrl(),
      withheld: withheld.lines,
      ...lawOfFacts(
        caseOf(row).rights.map(({ regime }) => regime),
        localDateOf(row.receivedAt.toISOString(), definition.timezone),
        locale,
      ),
      results,
    },
    soughtSay(locale, definition.identifiers),
  );
  return {
    facts: { ...facts, categories: facts.categories.filter(({ collectionId }) => !beyond.has(collectionId)) },
    records: copy.records,
    documents: (collectionId) => documentsOf(row, collectionId, copy.records(collectionId)),
    hiddenWords: words.hidden,
    withheld: byGrounds(withheld.counts),
    portable,
    beyond,
    hiddenWhole: hiddenWhole(redactions),
  };
}

/** What these laws say of the facts in a copy: whose Art. 6 the bases are, and by what article the person may take their data elsewhere. */
export function lawOfFacts(
  regimes: readonly RegimeId[],
  on: LocalDate,
  locale: Locale,
): Pick<Occasion, 'basisAct' | 'portableBy'> {
  const citation = portabilityArticle(regimes, on);
  return {
    basisAct: basisActOf(regimes),
    portableBy: citation === null ? null : cite(citation, translator(locale, 'law')),
  };
}

/** The rights to a copy that were granted, of which some are for taking data elsewhere: that reaches less than everything that is held (Art. 20(1) GDPR). */
const grantedCopies = (row: CaseRow) =>
  caseOf(row).rights.filter(
    ({ right, decision }) => RIGHT_DOING[right].copy && decision !== null && isGranting(decision.outcome),
  );

const takesElsewhere = ({ right }: { readonly right: RightId }): boolean =>
  RIGHT_DOING[right].copy && RIGHT_DOING[right].doneBy !== 'copy';

/** Whether nothing but what may be taken elsewhere was asked for: then nothing else is in the copy. */
function isOnlyPortable(row: CaseRow): boolean {
  const granted = grantedCopies(row);
  return granted.length > 0 && granted.every(takesElsewhere);
}

function portablePart(row: CaseRow, locale: Locale): PortablePart | undefined {
  const asked = grantedCopies(row).find(takesElsewhere);
  if (!asked) return undefined;
  const { dataMap, definition } = controller(row.controllerId);
  const on = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  const rule = rightRule(asked.regime, asked.right, on);
  return {
    citation: cite(rule?.citation ?? asked.regime, translator(locale, 'law')),
    shapes: new Map(
      collectionsOf(dataMap)
        .filter((collection) => isPortable(dataMap, collection))
        .map(({ id, portableAs }) => [id, portableAs]),
    ),
  };
}

function hiddenWhole(redactions: readonly ReasonedRedaction[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, Set<number>>();
  for (const { scope, collectionId, recordNo } of redactions)
    if (scope === 'record') numbers.set(collectionId, (numbers.get(collectionId) ?? new Set()).add(recordNo));
  return new Map([...numbers].map(([collectionId, own]) => [collectionId, own.size]));
}

/** What every system answered. Left out, a collection would be missing from the copy without a word. */
function finalResults(row: CaseRow, dataMap: DataMap): CollectionAnswer[] {
  if (row.tasks.length === 0 || row.tasks.some(({ state }) => state !== 'answered'))
    throw new RecordsMissing('a system has not answered');
  const results = resultsOf(row);
  const known = new Set(collectionsOf(dataMap).map(({ id }) => id));
  const wrong = results.find(({ collectionId, result }) => result === 'found' && !known.has(collectionId));
  if (wrong) throw new RecordsMissing(`${wrong.collectionId} is in no data map`);
  return results;
}

function remediesOf(row: CaseRow, words: CopyWords): BundleRemedy[] {
  const { definition } = controller(row.controllerId);
  const { rights } = caseOf(row);
  const refused = rights.some(({ decision }) => decision !== null && isRefusing(decision.outcome));
  const where = { residence: row.residence, authority: definition.authority };
  const on = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  return bundleRemedies({ rights, where, controller: definition.name, refused }, on, {
    say: words.say,
    law: translator(words.locale, 'law'),
  });
}

function answersGiven(row: CaseRow, { period }: SubmittedAnswers, words: CopyWords): BundleAnswer[] {
  const law = translator(words.locale, 'law');
  const receivedOn = localDateOf(row.receivedAt.toISOString(), controller(row.controllerId).definition.timezone);
  return caseOf(row).rights.flatMap((item) => {
    const { right, regime, decision } = item;
    const rule = rightRule(regime, right, receivedOn);
    if (!decision) return [];
    const { doneBy } = RIGHT_DOING[right];
    // The copy itself is what is done by it; what a person or an erasure still has to do is only agreed.
    const undone = (doneBy === 'desk' && item.carriedOut === null) || (doneBy === 'erasing' && !isErased(item));
    const promised = isGranting(decision.outcome) && undone;
    return [
      {
        title: law(`right.${right}.plain`),
        outcome: promised ? words.say(`agreed.${decision.outcome}`) : law(`outcome.${decision.outcome}`),
        citation: rule ? cite(rule.citation, law) : regime,
        scope: takesElsewhere(item)
          ? words.say('scope.elsewhere', { only: isOnlyPortable(row) ? 'yes' : 'no' })
          : scopeOf(period, rule, { say: words.say, law }),
      },
    ];
  });
}
