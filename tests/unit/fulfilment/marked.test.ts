import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsToDecide, MarkedTally, undecided } from '@/lib/domain/fulfilment/marked';
import { collection, field, otherPerson } from './collection-builders';

const NOTES = collection([
  field('text', { otherPerson: otherPerson('decide') }),
  field('peer', { otherPerson: otherPerson('hide') }),
  field('at'),
]);

describe('values that the data map marks as another person’s', () => {
  it('are counted by field where there is something to show or to hide', () => {
    const tally = new MarkedTally(NOTES, {});
    for (const record of [
      { text: 'Hello Jane', peer: 'jane', at: 'x' },
      { text: '', peer: null, at: 'x' },
      { text: null, peer: '', at: 'x' },
      { text: 'Bye', at: 'x' },
    ])
      tally.add(record);
    expect(tally.marked).toEqual({ toDecide: { text: 2 }, hidden: { peer: 1 } });
    expect(fieldsToDecide(NOTES, { text: 'Hello', peer: 'jane' }, {})).toEqual(['text']);
    expect(new MarkedTally(collection([field('at')]), {}).counts).toBe(false);
  });

  it('are not those that in their record are the requester’s own', () => {
    const unless = 'accounts.account.id';
    const messages = collection([
      field('sender', { otherPerson: otherPerson('hide', { unless }) }),
      field('text', { otherPerson: otherPerson('decide', { unless, toldBy: 'sender' }) }),
    ]);
    const tally = new MarkedTally(messages, { [unless]: ['7'] });
    for (const sender of [7, 8, '7', null]) tally.add({ sender, text: 'Hello' });
    expect(tally.marked).toEqual({ toDecide: { text: 2 }, hidden: { sender: 1 } });
    expect(fieldsToDecide(messages, { sender: 7, text: 'Mine' }, { [unless]: ['7'] })).toEqual([]);
  });

  it('are open as many times as a look through the records finds them open, whoever wrote what', () => {
    const unless = 'accounts.account.id';
    const own = { [unless]: ['1', '2'] };
    const messages = collection([
      field('sender', { otherPerson: otherPerson('replace', { unless }) }),
      field('text', { otherPerson: otherPerson('decide', { unless, toldBy: 'sender' }) }),
    ]);
    const message = fc.record({
      sender: fc.constantFrom(1, '2', 3, '4', null),
      text: fc.constantFrom('', 'Hello', null),
    });
    fc.assert(
      fc.property(fc.array(message), fc.nat(20), (records, chosen) => {
        const tally = new MarkedTally(messages, own);
        for (const record of records) tally.add(record);
        const open = records.flatMap((record, recordNo) =>
          fieldsToDecide(messages, record, own).map((name) => ({ field: name, recordNo })),
        );
        const others = records.filter(({ sender, text }) => text === 'Hello' && ![1, '2'].includes(sender!));
        expect(open).toHaveLength(others.length);
        expect(tally.marked.hidden).toEqual({});
        // Each decision takes one away, and once every open value has one, nothing is left.
        expect(undecided(tally.marked, open.slice(0, chosen))).toBe(Math.max(0, open.length - chosen));
        expect(undecided(tally.marked, open)).toBe(0);
      }),
    );
  });

  it('need no record opened where the map neither hides nor leaves anything to a person', () => {
    for (const [rule, counts] of [
      ['decide', true],
      ['hide', true],
      ['replace', false],
    ] as const) {
      expect(
        new MarkedTally(collection([field('at'), field('peer', { otherPerson: otherPerson(rule) })]), {}).counts,
        rule,
      ).toBe(counts);
    }
  });

  it('are open until each was decided on once, or all others of the field together', () => {
    const marked = { toDecide: { text: 5, title: 2 }, hidden: {} };
    expect(undecided(marked, [])).toBe(7);
    expect(
      undecided(marked, [
        { field: 'text', recordNo: 1 },
        { field: 'text', recordNo: 1 },
        { field: 'title', recordNo: 1 },
      ]),
    ).toBe(5);
    expect(undecided(marked, [{ field: 'text', recordNo: null }])).toBe(2);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ field: fc.constantFrom('text', 'title', 'other'), recordNo: fc.integer({ min: 0, max: 9 }) }),
        ),
        (settled) => {
          const left = undecided(marked, settled);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(7);
          expect(undecided(marked, [...settled, ...settled])).toBe(left);
        },
      ),
    );
  });
});
