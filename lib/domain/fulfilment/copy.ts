import type { BundleWithheld } from '../bundle/types';
import type { Locale } from '../locale';
import { ByteWriter } from '../records/byte-writer';
import { type DataRecord, recordJson } from '../records/json-text';
import { eachLine, recordAt, type RecordLines } from '../records/lines';
import type { Say } from './facts';
import { OBJECT_MARKS } from './hidden-mark';
import { LinesSeen } from './lines-seen';
import { ownValuesOf, type OwnValues } from './other-person';
import {
  type AppliedRedaction,
  asRequesterSees,
  type HiddenWords,
  type RequesterView,
  type Withheld,
} from './requester-view';
import { isKeptBack, type LawfulCollection } from './under-law';
import { type WithheldCount, withheldLines, WithheldTally } from './withheld';

const NEWLINE = 0x0a;

/** What the desk hid, with what it wrote about it. */
export type ReasonedRedaction = AppliedRedaction & { readonly collectionId: string; readonly facts: string };

/**
 * The records of a collection, always the same in the same order, however often it is called. @param wanted numbers of records: where it is
 * given, chunks that hold none of them may be left out
 */
export type ReadLines = (collectionId: string, wanted?: ReadonlySet<number>) => AsyncIterable<RecordLines>;

export type CopySource = {
  /** Collections in which something was found. */
  readonly collections: readonly LawfulCollection[];
  readonly read: ReadLines;
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

/** Some records as the requester gets them, a line of JSON each, with what is hidden in them. */
export type CopiedLines = { readonly bytes: Uint8Array; readonly hidden: readonly HiddenPlace[] };

/** The copy of Art. 15(3) GDPR: what the requester gets of each collection, and what they do not get. */
export type Copy = {
  readonly records: (collectionId: string) => AsyncGenerator<CopiedLines>;
  readonly withheld: (isWanted?: (collectionId: string) => boolean) => Promise<{
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
  const ours = () => (ownValues ??= ownValuesOf(collections, read));

  async function* seen(collectionId: string, wanted?: ReadonlySet<number>): AsyncGenerator<SeenLines> {
    const collection = byId.get(collectionId);
    if (!collection) throw new Error(`Nothing was found in ${collectionId}`);
    // By record: looking through all of them for each record would take the product of both numbers.
    const own = byRecord(hiddenIn(collectionId));
    const lines = new LinesSeen(collection, await ours(), words.locale, OBJECT_MARKS);
    const view = async (recordNo: number, record: DataRecord): Promise<RequesterView> =>
      asRequesterSees(recordNo, record, collection, own.get(recordNo)!, await ours(), words.locale, OBJECT_MARKS);
    for await (const chunk of read(collectionId, wanted)) yield await seenIn(chunk, own, lines, view);
  }

  // Counting what is hidden comes before the records are written: the first page of the copy says it.
  async function withheldOf(
    collection: LawfulCollection,
  ): Promise<{ lines: BundleWithheld[]; counts: readonly WithheldCount[] }> {
    const own = hiddenIn(collection.id);
    const byMap = collection.fields.some(isKeptBack);
    if (own.length === 0 && !byMap) return { lines: [], counts: [] };
    const tally = new WithheldTally();
    const wanted = byMap ? undefined : new Set(own.map(({ recordNo }) => recordNo));
    for await (const { withheld } of seen(collection.id, wanted)) for (const one of withheld) tally.add(one.withheld);
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
      let shown = 0;
      for await (const { bytes, count, withheld } of seen(collectionId)) {
        const hidden = withheld.flatMap(({ at, withheld: places }) =>
          places.map(({ field, grounds }) => ({
            record: at === null ? null : shown + at,
            field,
            ground: words.ground(grounds),
            citation: words.citation(grounds),
          })),
        );
        yield { bytes, hidden };
        shown += count;
      }
    },
    async withheld(isWanted = () => true) {
      const all = [];
      for (const collection of collections) if (isWanted(collection.id)) all.push(await withheldOf(collection));
      return { lines: all.flatMap(({ lines }) => lines), counts: all.flatMap(({ counts }) => counts) };
    },
  };
}

/** A chunk as the requester sees it; `at` counts from 0 among the records that are shown of it, null for one that is not. */
type SeenLines = {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly withheld: readonly { readonly at: number | null; readonly withheld: readonly Withheld[] }[];
};

async function seenIn(
  { bytes, first, count }: RecordLines,
  own: ReadonlyMap<number, readonly ReasonedRedaction[]>,
  lines: LinesSeen,
  view: (recordNo: number, record: DataRecord) => Promise<RequesterView>,
): Promise<SeenLines> {
  const byDesk = new Set([...own.keys()].filter((recordNo) => recordNo >= first && recordNo < first + count));
  if (!lines.changes && byDesk.size === 0) return { bytes, count, withheld: [] };
  const places: [from: number, to: number][] = [];
  eachLine(bytes, (from, to) => places.push([from, to]));
  const out = new ByteWriter();
  const withheld: { at: number | null; withheld: readonly Withheld[] }[] = [];
  let shown = 0;
  for (const [i, [from, to]] of places.entries()) {
    if (byDesk.has(first + i)) {
      const { record, withheld: places } = await view(first + i, recordAt(bytes, from, to));
      if (record) out.text(recordJson(record));
      withheld.push({ at: record && shown, withheld: places });
      if (!record) continue;
    } else if (lines.changes) {
      const places = lines.see(bytes, from, to, (piece, start, end) => out.copy(piece, start, end));
      if (places.length > 0) withheld.push({ at: shown, withheld: places });
    } else {
      out.copy(bytes, from, to);
    }
    out.byte(NEWLINE);
    shown += 1;
  }
  return { bytes: out.take(), count: shown, withheld };
}

function byRecord(redactions: readonly ReasonedRedaction[]): ReadonlyMap<number, readonly ReasonedRedaction[]> {
  const records = new Map<number, ReasonedRedaction[]>();
  for (const redaction of redactions)
    records.set(redaction.recordNo, [...(records.get(redaction.recordNo) ?? []), redaction]);
  return records;
}
