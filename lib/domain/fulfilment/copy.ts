import type { BundleWithheld } from '../bundle/types';
import type { Locale } from '../locale';
import type { Say } from './facts';
import { ownValuesOf, type OwnValues } from './other-person';
import { type AppliedRedaction, asRequesterSees, type HiddenWords, type RequesterView } from './requester-view';
import { isWithheldByMap, type LawfulCollection } from './under-law';
import { type WithheldCount, withheldLines, WithheldTally } from './withheld';

/** One record as a source gave it, addressed by its number from 0 in the order of collecting. */
export type CollectedRecord = { readonly recordNo: number; readonly record: Readonly<Record<string, unknown>> };

/** What the desk hid, with what it wrote about it. */
export type ReasonedRedaction = AppliedRedaction & { readonly collectionId: string; readonly facts: string };

export type CopySource = {
  /** Collections in which something was found. */
  readonly collections: readonly LawfulCollection[];
  /** May be called several times for a collection; always gives the same records in the same order. */
  readonly read: (collectionId: string) => AsyncIterable<CollectedRecord>;
  readonly redactions: readonly ReasonedRedaction[];
};

export type CopyWords = {
  readonly locale: Locale;
  readonly say: Say;
  readonly hidden: HiddenWords;
  /** Name and article of exemptions. */
  readonly ground: (ids: readonly string[]) => string;
  readonly citation: (ids: readonly string[]) => string;
};

/** A place where something is hidden: the record by its number from 0 in its file, null for one that is left out whole; the field, null with it. */
export type HiddenPlace = {
  readonly record: number | null;
  readonly field: string | null;
  readonly ground: string;
  readonly citation: string;
};

/** The copy of Art. 15(3) GDPR: what the requester gets of each collection, and what they do not get. */
export type Copy = {
  readonly records: (collectionId: string) => AsyncGenerator<Readonly<Record<string, unknown>>>;
  readonly hidden: (collectionId: string) => AsyncGenerator<HiddenPlace>;
  readonly withheld: () => Promise<{
    readonly lines: readonly BundleWithheld[];
    readonly counts: readonly WithheldCount[];
  }>;
};

/** Streams; nothing is kept of the records. */
export function copyOf({ collections, read, redactions }: CopySource, words: CopyWords): Copy {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const hiddenIn = (collectionId: string) => redactions.filter((redaction) => redaction.collectionId === collectionId);

  // The accounts are read once, when the first record is.
  let ownValues: Promise<OwnValues> | undefined;

  async function* views(collectionId: string): AsyncGenerator<RequesterView> {
    const collection = byId.get(collectionId);
    if (!collection) throw new Error(`Nothing was found in ${collectionId}`);
    // By record: looking through all of them for each record would take the product of both numbers.
    const own = byRecord(hiddenIn(collectionId));
    const ours = await (ownValues ??= ownValuesOf(collections, read));
    for await (const { recordNo, record } of read(collectionId))
      yield asRequesterSees(recordNo, record, collection, own.get(recordNo) ?? [], ours, words.locale, words.hidden);
  }

  // Counting what is hidden takes a pass of its own: the first page of the bundle says it before the records follow.
  async function withheldOf(
    collection: LawfulCollection,
  ): Promise<{ lines: BundleWithheld[]; counts: readonly WithheldCount[] }> {
    const own = hiddenIn(collection.id);
    if (own.length === 0 && !collection.fields.some(({ otherPerson }) => isWithheldByMap(otherPerson)))
      return { lines: [], counts: [] };
    const tally = new WithheldTally();
    for await (const { withheld } of views(collection.id)) tally.add(withheld);
    const lines = withheldLines(collection, tally.counts, words, ({ field, grounds, by }) => {
      const facts = own
        .filter((redaction) => by === 'desk' && redaction.field === field && grounds.includes(redaction.ground))
        .map((redaction) => redaction.facts);
      return facts.length === 0 ? null : [...new Set(facts)].join(' · ');
    });
    return { lines, counts: tally.counts };
  }

  return {
    async *records(collectionId) {
      for await (const { record } of views(collectionId)) if (record) yield record;
    },
    async *hidden(collectionId) {
      let shown = 0;
      for await (const { record, withheld } of views(collectionId)) {
        for (const { field, grounds } of withheld)
          yield { record: record && shown, field, ground: words.ground(grounds), citation: words.citation(grounds) };
        if (record) shown += 1;
      }
    },
    async withheld() {
      const all = [];
      for (const collection of collections) all.push(await withheldOf(collection));
      return { lines: all.flatMap(({ lines }) => lines), counts: all.flatMap(({ counts }) => counts) };
    },
  };
}

function byRecord(redactions: readonly ReasonedRedaction[]): ReadonlyMap<number, readonly ReasonedRedaction[]> {
  const records = new Map<number, ReasonedRedaction[]>();
  for (const redaction of redactions)
    records.set(redaction.recordNo, [...(records.get(redaction.recordNo) ?? []), redaction]);
  return records;
}
