import type { BundleContact, BundleFacts } from '@/lib/domain/bundle/types';
import { exemptionCitation } from '@/lib/domain/case/rules';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { Collection } from '@/lib/domain/datamap/types';
import { bundleFacts, type Say } from '@/lib/domain/fulfilment/facts';
import { asRequesterSees, type HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { withheldLines, WithheldTally } from '@/lib/domain/fulfilment/withheld';
import { type LocalDate, localDateOf } from '@/lib/domain/clock/local-date';
import { authorityFor } from '@/lib/domain/law/authorities';
import type { Locale } from '@/lib/domain/locale';
import { answersOf, caseOf, type CaseRow, keyOf, localeOf } from '@/lib/features/cases/data';
import { allRecords } from '@/lib/features/records/data';
import { type Redaction, redactionsOf } from '@/lib/features/redactions/data';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { translator } from '@/lib/platform/i18n/translator';

export const keyUrl = (): string => `${env().BASE_URL}/.well-known/rightsdesk-keys.json`;

/** The words that stand where something is hidden. */
export function hiddenWords(locale: Locale): HiddenWords {
  const say = translator(locale, 'answer');
  return (ground) => `[${say(`hidden.${ground}`)}]`;
}

/** The authority of the place of residence, else that of the controller's own country (Art. 77 GDPR). */
export function authorityContact(residence: string, controllerCountry: string): BundleContact {
  const authority = authorityFor(residence) ?? authorityFor(controllerCountry);
  if (!authority) throw new Error(`No authority is known for ${controllerCountry}`);
  const { name, address, email, phone, site } = authority;
  return { name, address, email, phone, url: site };
}

/** Everything a bundle of this case says and holds; records come redacted and in order, as often as they are asked for. */
export type BundleContent = {
  readonly facts: BundleFacts;
  readonly records: (collectionId: string) => AsyncIterable<Readonly<Record<string, unknown>>>;
};

export async function bundleContent(row: CaseRow, madeAt: Date): Promise<BundleContent> {
  const { definition, dataMap, accent } = controller(row.controllerId);
  const locale = localeOf(row.locale);
  const say = translator(locale, 'answer');
  const answers = await answersOf(row);
  const redactions = await redactionsOf(row.id, keyOf(row));
  const results = await resultsOf(row.id);
  const view = { caseId: row.id, redactions, locale, hidden: hiddenWords(locale) };
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  const collections = collectionsOf(dataMap).filter(({ id }) => found.has(id));
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const withheld = [];
  for (const collection of collections) withheld.push(...(await withheldOf(view, collection, say)));
  const facts = bundleFacts(
    { definition, dataMap, accent },
    {
      reference: row.reference,
      locale,
      subject: { name: answers.name },
      answers: answersGiven(row, say),
      receivedOn: localDateOf(row.receivedAt.toISOString(), definition.timezone),
      dueOn: row.dueOn.toISOString().slice(0, 10) as LocalDate,
      madeAt: madeAt.toISOString(),
      authority: authorityContact(row.residence, definition.authority),
      keyUrl: keyUrl(),
      withheld,
      results,
    },
    say,
  );
  return {
    facts,
    records: (collectionId) => {
      const collection = byId.get(collectionId);
      if (!collection) throw new Error(`Nothing was found in ${collectionId}`);
      return shownRecords(view, collection);
    },
  };
}

type View = { readonly caseId: string; readonly redactions: readonly Redaction[]; readonly locale: Locale; readonly hidden: HiddenWords };

async function* views({ caseId, redactions, locale, hidden }: View, collection: Collection) {
  const own = redactions.filter(({ collectionId }) => collectionId === collection.id);
  for await (const { recordNo, record } of allRecords(caseId, collection.id)) yield asRequesterSees(recordNo, record, collection, own, locale, hidden);
}

async function* shownRecords(view: View, collection: Collection) {
  for await (const { record } of views(view, collection)) if (record) yield record;
}

// Counting what is hidden takes a pass of its own: the manifest and the first page say it before the records follow.
async function withheldOf(view: View, collection: Collection, say: Say) {
  const own = view.redactions.filter(({ collectionId }) => collectionId === collection.id);
  const byMap = collection.fields.some(({ otherPerson }) => otherPerson?.rule === 'hide');
  if (own.length === 0 && !byMap) return [];
  const tally = new WithheldTally();
  for await (const { withheld } of views(view, collection)) tally.add(withheld);
  return withheldLines(collection, tally.counts, view.locale, say, exemptionCitation, ({ field, ground, by }) => {
    const facts = by === 'desk' ? own.filter((redaction) => redaction.field === field && redaction.ground === ground).map((redaction) => redaction.facts) : [];
    return facts.length === 0 ? null : [...new Set(facts)].join(' · ');
  });
}

async function resultsOf(caseId: string): Promise<CollectionAnswer[]> {
  const rows = await db().sourceResult.findMany({ where: { caseId } });
  return rows.map(({ collectionId, result, reason, records }) => ({ collectionId, result: result as CollectionAnswer['result'], reason, records }));
}

function answersGiven(row: CaseRow, say: Say) {
  const law = translator(localeOf(row.locale), 'law');
  return caseOf(row).rights.flatMap(({ right, regime, decision }) =>
    decision ? [{ title: law(`right.${right}.plain`), outcome: say(`outcome.${decision.outcome}`), citation: law(`right.${right}.term`) || regime }] : [],
  );
}
