import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CopyWords, copyOf, type HiddenPlace, type ReasonedRedaction } from '@/lib/domain/fulfilment/copy';
import { type DataRecord, JsonText } from '@/lib/domain/records/json-text';
import { lineOf, recordsOf } from '@/lib/domain/records/lines';
import { collection, field, otherPerson } from './collection-builders';

const WORDS: CopyWords = {
  locale: 'en',
  say: (key) => key,
  hidden: (grounds) => `[${grounds.join()}]`,
  ground: (grounds) => grounds.join(),
  citation: (grounds) => grounds.join(),
};
const ACCOUNT = collection([field('id')], { id: 'accounts.account' });
const CALLS = collection([
  field('id'),
  field('peer', { otherPerson: otherPerson('hide', { unless: 'accounts.account.id' }) }),
  field('note'),
]);
const call = (n: number): DataRecord => ({ id: new JsonText(`${n}.0`), peer: n % 3, note: `call ${n} "quoted"` });

/** The copy of so many calls that come in chunks of so many. */
async function copied(count: number, atOnce: number, redactions: readonly ReasonedRedaction[]) {
  const wantedOf: (ReadonlySet<number> | undefined)[] = [];
  const copy = copyOf(
    {
      collections: [ACCOUNT, CALLS],
      async *read(collectionId, wanted) {
        if (collectionId === ACCOUNT.id) return yield { bytes: lineOf({ id: 0 }), first: 0, count: 1 };
        wantedOf.push(wanted);
        for (let first = 0; first < count; first += atOnce) {
          const own = Array.from({ length: Math.min(atOnce, count - first) }, (_, i) => lineOf(call(first + i)));
          yield { bytes: Buffer.concat(own), first, count: own.length };
        }
      },
      redactions,
    },
    WORDS,
  );
  const [records, hidden]: [DataRecord[], HiddenPlace[]] = [[], []];
  for await (const { bytes, hidden: places } of copy.records(CALLS.id)) {
    records.push(...recordsOf({ bytes, first: 0 }).map(({ record }) => record));
    hidden.push(...places);
  }
  return { records, hidden, withheld: (await copy.withheld()).counts, wantedOf };
}

const hiding = (recordNo: number, whole: boolean): ReasonedRedaction => ({
  collectionId: CALLS.id,
  recordNo,
  scope: whole ? 'record' : 'field',
  field: whole ? null : 'note',
  ground: 'GDPR-15-4',
  passage: null,
  facts: 'Of another.',
});

describe('a copy of records that come in chunks', () => {
  it('is the same however large they are', async () => {
    const redactions = fc.uniqueArray(fc.tuple(fc.nat(24), fc.boolean()), { selector: ([no]) => no, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.nat(25), fc.integer({ min: 1, max: 30 }), redactions, async (count, atOnce, hidden) => {
        const own = hidden.map(([no, whole]) => hiding(no, whole));
        const { wantedOf: _, ...made } = await copied(count, atOnce, own);
        const { wantedOf: __, ...whole } = await copied(count, 1000, own);
        expect(made).toEqual(whole);
        expect(made.records.length).toBe(count - hidden.filter(([no, left]) => left && no < count).length);
      }),
      { numRuns: 40 },
    );
  });

  it('names each place by the record that stands there in the file, in chunks too', async () => {
    const { records, hidden } = await copied(8, 3, [hiding(1, true), hiding(4, false)]);
    for (const { record, field: name } of hidden)
      if (record !== null) expect(records[record]![name!]).toBeInstanceOf(JsonText);
    expect(hidden.map(({ record, field: name }) => [record, name])).toEqual([
      [null, null],
      [1, 'peer'],
      [3, 'peer'],
      [3, 'note'],
      [4, 'peer'],
      [6, 'peer'],
    ]);
  });
});
