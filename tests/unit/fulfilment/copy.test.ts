import { describe, expect, it } from 'vitest';
import { byGrounds } from '@/lib/domain/fulfilment/withheld';
import {
  type Copy,
  copyOf,
  type CopyWords,
  type HiddenPlace,
  type ReasonedRedaction,
} from '@/lib/domain/fulfilment/copy';
import { type DataRecord, JsonText } from '@/lib/domain/records/json-text';
import { lineOf, recordsOf } from '@/lib/domain/records/lines';
import { collection, field, otherPerson, text } from './collection-builders';

const WORDS: CopyWords = {
  locale: 'ru',
  say: (key) => `say:${key}`,
  hidden: (ground) => `⟦${ground}⟧`,
  ground: (ground) => `because of ${ground}`,
  citation: (ground) => `Art. of ${ground}`,
};

const HIDDEN = new JsonText('{"$hidden":["GDPR-15-4"]}');

const CALLS = collection([field('id'), field('peer', { otherPerson: otherPerson('hide') })]);
const NOTES = collection([field('text')], { id: 'support.note', title: text('Notes') });
const QUIET = collection([field('id')], { id: 'billing.invoice' });

const redaction = (given: Partial<ReasonedRedaction>): ReasonedRedaction => ({
  collectionId: 'support.note',
  recordNo: 0,
  scope: 'value',
  field: 'text',
  ground: 'GDPR-15-4',
  passage: 'Jane',
  facts: 'A colleague of the sender.',
  ...given,
});

const RECORDS: Record<string, readonly Readonly<Record<string, unknown>>[]> = {
  'calls.call': [
    { id: '1', peer: '+352 691 555 001' },
    { id: '2', peer: null },
    { id: '3', peer: '+352 691 555 003' },
  ],
  'support.note': [{ text: 'Jane wrote' }, { text: 'Jane and Jane' }, { text: 'About Bob only' }],
  'billing.invoice': [{ id: '7' }],
};

/** A copy of three collections, and how often each was read. */
function aCopy(...redactions: ReasonedRedaction[]) {
  const reads: string[] = [];
  const copy = copyOf(
    {
      collections: [CALLS, NOTES, QUIET],
      async *read(collectionId) {
        reads.push(collectionId);
        for (const [first, record] of (RECORDS[collectionId] ?? []).entries())
          yield { bytes: lineOf(record), first, count: 1 };
      },
      redactions,
    },
    WORDS,
  );
  return { copy, reads };
}

/** The records of a collection as they are handed over, and what is hidden in them. */
async function given(copy: Copy, collectionId: string) {
  const [records, hidden]: [DataRecord[], HiddenPlace[]] = [[], []];
  for await (const { bytes, hidden: places } of copy.records(collectionId)) {
    records.push(...recordsOf({ bytes, first: 0 }).map(({ record }) => record));
    hidden.push(...places);
  }
  return { records, hidden };
}

describe('the copy of Art. 15(3) GDPR', () => {
  it('names each hidden place by its record in the file, from which whole records are missing', async () => {
    const { copy } = aCopy(
      redaction({ recordNo: 0, scope: 'record', field: null, passage: null }),
      redaction({ recordNo: 1 }),
    );
    const places = ({ hidden }: { hidden: HiddenPlace[] }) => hidden.map(({ record, field }) => [record, field]);
    expect(places(await given(copy, 'support.note'))).toEqual([
      [null, null],
      [0, 'text'],
    ]);
    const calls = await given(copy, 'calls.call');
    expect(places(calls)).toEqual([
      [0, 'peer'],
      [2, 'peer'],
    ]);
    expect([calls.records[0]!.peer, calls.records[2]!.peer]).toEqual([HIDDEN, HIDDEN]);
  });

  it('gives the records in their order without what is hidden, and without hidden records', async () => {
    const { copy } = aCopy(redaction({}), redaction({ recordNo: 2, scope: 'record', field: null, passage: null }));
    expect((await given(copy, 'support.note')).records).toEqual([
      { text: new JsonText('{"$partly":["",{"$hidden":["GDPR-15-4"]}," wrote"]}') },
      { text: 'Jane and Jane' },
    ]);
    expect((await given(copy, 'calls.call')).records).toEqual([
      { id: '1', peer: HIDDEN },
      { id: '2', peer: null },
      { id: '3', peer: HIDDEN },
    ]);
  });

  it('keeps what was hidden in one collection out of the others', async () => {
    const { copy } = aCopy(redaction({ collectionId: 'billing.invoice', field: 'id', scope: 'field' }));
    expect((await given(copy, 'support.note')).records).toEqual(RECORDS['support.note']);
  });

  it('says what was withheld: where, how often, on which ground, and what the desk wrote, each sentence once', async () => {
    const { copy } = aCopy(
      redaction({}),
      redaction({ recordNo: 1 }),
      redaction({ recordNo: 1, passage: 'and', facts: 'Another reason.' }),
      redaction({ recordNo: 2, scope: 'record', field: null, passage: null, facts: 'About Bob.' }),
    );
    const { lines, counts } = await copy.withheld();
    expect(byGrounds(counts)).toEqual([{ grounds: ['GDPR-15-4'], count: 6 }]);
    expect(lines).toEqual([
      {
        collectionId: 'calls.call',
        collection: 'Calls (ru)',
        count: 2,
        what: 'Title of peer (ru)',
        ground: 'because of GDPR-15-4',
        citation: 'Art. of GDPR-15-4',
        facts: null,
      },
      {
        collectionId: 'support.note',
        collection: 'Notes (ru)',
        count: 3,
        what: 'Title of text (ru)',
        ground: 'because of GDPR-15-4',
        citation: 'Art. of GDPR-15-4',
        facts: 'A colleague of the sender. · Another reason.',
      },
      {
        collectionId: 'support.note',
        collection: 'Notes (ru)',
        count: 1,
        what: 'say:whole',
        ground: 'because of GDPR-15-4',
        citation: 'Art. of GDPR-15-4',
        facts: 'About Bob.',
      },
    ]);
  });

  it('reads a collection for that only where something can be hidden in it', async () => {
    const { copy, reads } = aCopy(redaction({}));
    await copy.withheld();
    expect(reads).toEqual(['calls.call', 'support.note']);
  });

  it('is asked only for collections in which something was found', async () => {
    await expect(given(aCopy().copy, 'profiles.user')).rejects.toThrow('profiles.user');
  });
});
