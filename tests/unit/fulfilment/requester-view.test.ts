import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { type AppliedRedaction, asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { cellText, JsonText } from '@/lib/domain/records/json-text';
import { collection, field, otherPerson } from './collection-builders';

const hidden = wordMarks((grounds: readonly string[]): string => `⟦${grounds.join()}⟧`);

const CALLS = collection([
  field('id'),
  field('note', { otherPerson: otherPerson('decide') }),
  field('peer', { otherPerson: otherPerson('replace') }),
  field('peer_phone', { otherPerson: otherPerson('hide') }),
  field('group', { otherPerson: otherPerson('show') }),
]);

const RECORD = {
  id: '9',
  note: 'Jane Peacock called, then Jane again',
  peer: 'Jane Peacock',
  peer_phone: '+352 691 555 012',
  group: 'Family',
};

const hide = (given: Partial<AppliedRedaction>): AppliedRedaction => ({
  recordNo: 0,
  scope: 'value',
  field: 'note',
  ground: 'GDPR-15-4',
  passage: 'Jane',
  ...given,
});

const see = (record: Readonly<Record<string, unknown>>, ...redactions: AppliedRedaction[]) =>
  asRequesterSees(0, record, CALLS, redactions, {}, 'bg', hidden);

describe('what the data map says of other people', () => {
  it("hides, replaces in the requester's language, shows, and leaves to the desk what the desk decides", () => {
    expect(see(RECORD)).toEqual({
      record: { ...RECORD, peer: 'the person you called (bg)', peer_phone: '⟦GDPR-15-4⟧' },
      withheld: ['peer', 'peer_phone'].map((name) => ({ field: name, grounds: ['GDPR-15-4'], by: 'dataMap' })),
    });
  });

  it('makes nothing of a value that is not there', () => {
    const empty = { id: '9', note: null, peer: null, group: null };
    expect(see(empty)).toEqual({ record: empty, withheld: [] });
  });
});

describe('a field that is about another person in some records only', () => {
  const unless = 'accounts.account.id';
  const MESSAGES = collection([
    field('sender', { otherPerson: otherPerson('hide', { unless }) }),
    field('sender_phone', { otherPerson: otherPerson('hide', { unless, toldBy: 'sender' }) }),
    field('text', { otherPerson: otherPerson('decide', { unless, toldBy: 'sender' }) }),
  ]);
  const see = (record: Readonly<Record<string, unknown>>, own: Record<string, string[]>) =>
    asRequesterSees(0, record, MESSAGES, [], own, 'en', hidden);

  it("stands open in the requester's own records and hidden in others, one person's fields alike", () => {
    const own = { [unless]: ['7', '8'] };
    const mine = { sender: 8, sender_phone: '+352 1', text: 'hello' };
    expect(see(mine, own)).toEqual({ record: mine, withheld: [] });
    expect(see({ ...mine, sender: 9 }, own)).toMatchObject({
      record: { sender: '⟦GDPR-15-4⟧', sender_phone: '⟦GDPR-15-4⟧', text: 'hello' },
      withheld: [{ field: 'sender' }, { field: 'sender_phone' }],
    });
  });

  it("stays hidden where it does not say whose it is, or nothing is known of the requester's own", () => {
    expect(see({ sender: null, sender_phone: '+352 1', text: null }, { [unless]: [''] }).record).toMatchObject({
      sender_phone: '⟦GDPR-15-4⟧',
    });
    expect(see({ sender: 8, sender_phone: '+352 1', text: null }, {}).record).toMatchObject({
      sender: '⟦GDPR-15-4⟧',
      sender_phone: '⟦GDPR-15-4⟧',
    });
  });
});

describe('what the desk hid', () => {
  it('is gone at every place of the field', () => {
    expect(see(RECORD, hide({})).record?.note).toBe('⟦GDPR-15-4⟧ Peacock called, then ⟦GDPR-15-4⟧ again');
  });

  it('leaves no piece of two passages that overlap, in whichever order they were hidden', () => {
    const both = [hide({ passage: 'Peacock' }), hide({ passage: 'Jane Peacock called', ground: 'GDPR-23-value' })];
    for (const order of [both, [...both].reverse()])
      expect(see(RECORD, ...order).record?.note).toBe('⟦GDPR-23-value⟧, then Jane again');
    const crossing = [hide({ passage: 'Jane Pea' }), hide({ passage: 'Peacock called' })];
    for (const order of [crossing, [...crossing].reverse()])
      expect(see(RECORD, ...order).record?.note).toBe('⟦GDPR-15-4⟧, then Jane again');
    expect(see({ note: 'banana' }, hide({ passage: 'ana' })).record?.note).toBe('b⟦GDPR-15-4⟧');
  });

  it('is gone inside lists and objects, in names and in numbers', () => {
    const note = { Jane: ['Jane', { deep: 'x Jane y' }], phone: 352691555012, ok: true, none: null };
    expect(JSON.parse(cellText(see({ note }, hide({}), hide({ passage: '555' })).record?.note))).toEqual({
      '⟦GDPR-15-4⟧': ['⟦GDPR-15-4⟧', { deep: 'x ⟦GDPR-15-4⟧ y' }],
      phone: '352691⟦GDPR-15-4⟧012',
      ok: true,
      none: null,
    });
  });

  it('keeps every digit of what stands beside it', () => {
    const note = new JsonText('{"who": "Jane", "id": 9007199254740993, "sum": 1.10}');
    expect(cellText(see({ note }, hide({})).record?.note)).toBe(
      '{"who": "⟦GDPR-15-4⟧", "id": 9007199254740993, "sum": 1.10}',
    );
  });

  it('is gone with the whole value where it was marked across several of its parts', () => {
    const note = new JsonText('{"who": "Jane", "age": 7}');
    expect(see({ note }, hide({ passage: 'Jane", "age": 7' })).record?.note).toBe('⟦GDPR-15-4⟧');
  });

  it('may be a field or the record, and then counts once', () => {
    expect(see(RECORD, hide({ scope: 'field', field: 'group', passage: null }))).toMatchObject({
      record: { group: '⟦GDPR-15-4⟧', note: RECORD.note },
      withheld: [{ field: 'peer' }, { field: 'peer_phone' }, { field: 'group', by: 'desk' }],
    });
    const whole = hide({ scope: 'record', field: null, passage: null });
    expect(see(RECORD, hide({}), whole)).toEqual({
      record: null,
      withheld: [{ field: null, grounds: ['GDPR-15-4'], by: 'desk' }],
    });
  });

  it('touches neither another record nor a field that the record has not', () => {
    expect(see(RECORD, hide({ recordNo: 1 })).record?.note).toBe(RECORD.note);
    expect(
      see(RECORD, hide({ field: 'nowhere', scope: 'field' }), hide({ field: 'constructor', scope: 'field' })),
    ).toEqual(see(RECORD));
  });
});

describe('whatever the record and the redactions', { timeout: 60_000 }, () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', ' ', '7'), minLength: 1, maxLength: 4 });
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'я', ' ', '7'), maxLength: 40 }),
    fc.integer(),
    fc.constant(null),
    fc.array(word),
    fc.dictionary(word, word),
  );
  const record = fc.record({ id: value, note: value, group: value, extra: value });
  const redactions = fc.array(
    fc.record({
      recordNo: fc.constantFrom(0, 0, 1),
      scope: fc.constantFrom('value' as const, 'value' as const, 'field' as const),
      field: fc.constantFrom('id', 'note', 'group'),
      ground: fc.constantFrom('GDPR-15-4', 'GDPR-23-value'),
      passage: word,
    }),
    { maxLength: 6 },
  );

  it('no hidden passage is left in its field, and every other field is as it was', () => {
    fc.assert(
      fc.property(record, redactions, (original, hiding) => {
        const shown = see(original, ...hiding).record!;
        const mine = hiding.filter(({ recordNo }) => recordNo === 0);
        for (const [name, before] of Object.entries(original)) {
          const own = mine.filter((one) => one.field === name);
          if (own.length === 0) {
            expect(shown[name]).toEqual(before);
            continue;
          }
          // What is left between the words that stand for the hidden is what the requester can read.
          const left = cellText(shown[name])
            .replace(/"/g, '\n')
            .split(/⟦[^⟧]*⟧/)
            .join('\n');
          for (const { scope, passage } of own) {
            if (scope === 'field') expect(shown[name]).toMatch(/^⟦[^⟧]*⟧$/);
            else expect(left).not.toContain(passage);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order in which things were hidden shows nowhere in the record', () => {
    fc.assert(
      fc.property(record, redactions, (original, hiding) => {
        const oneGround = hiding.map((one) => ({ ...one, ground: 'GDPR-15-4' }));
        expect(see(original, ...oneGround).record).toEqual(see(original, ...[...oneGround].reverse()).record);
      }),
    );
  });
});
