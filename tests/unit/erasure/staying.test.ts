import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { localText } from '@/lib/domain/datamap/local-text';
import { keysId } from '@/lib/domain/datamap/plan';
import type { Blanks, DataMap } from '@/lib/domain/datamap/types';
import { erasureFrom, knownFrom, leadsLost, mergedKeys, searchFrom } from '@/lib/domain/erasure/staying';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import type { Keys, SystemErasure } from '@/lib/domain/erasure/types';
import { at, collectionOf, dataMapOf } from '../datamap/maps';
import { factsOf } from './facts';

const ANNA = { email: ['anna@example.com'] };
const [CUSTOMER, BILL] = ['shop.customer', 'shop.bill'];
const [BY_CUSTOMER, BY_OWN_KEY] = [keysId(CUSTOMER, [at('id')]), keysId(CUSTOMER, [at('no')])];

/** A customer who goes or is blanked, and bills found through the customer, which stay for the tax law. */
const shop = (whileKept: Blanks | null, columns = { no: { key: true } }): DataMap =>
  dataMapOf([
    collectionOf(
      CUSTOMER,
      { ...columns, id: {}, email: { identity: 'email' } },
      { erasure: { kind: 'erase', whileKept, reason: whileKept && localText('a bill names it', ['en']) } },
    ),
    collectionOf(
      BILL,
      { no: { key: true }, customer_id: { of: 'shop.customer.id' } },
      {
        erasure: {
          kind: 'keep',
          groundId: 'GDPR-17-3-b',
          reason: localText('tax law', ['en']),
          until: { kind: 'open', reason: localText('an audit', ['en']) },
        },
      },
    ),
  ]);

function erasureOf(dataMap: DataMap): SystemErasure {
  const [only, ...more] = systemErasures(dataMap, erasureSearch(dataMap, ANNA), {}, localDate('2026-11-28'));
  expect(more).toEqual([]);
  return only!;
}

const ways = ({ steps }: SystemErasure, id: string) =>
  steps.find(({ step }) => step.collectionId === id)!.step.where.map(({ kind }) => kind);

describe('the ways that an erasure cuts off', () => {
  it('lead from what goes to what stays', () => {
    const lost = leadsLost(erasureOf(shop(null)), [factsOf(CUSTOMER, { erased: 1 }), factsOf(BILL, { kept: 2 })]);
    expect(lost).toEqual([{ id: BY_CUSTOMER, of: CUSTOMER, ofAt: [at('id')], to: BILL, at: [at('customer_id')] }]);
  });

  it('are none where nothing stays, and none where what leads there stays as it is', () => {
    const erasure = erasureOf(shop(null));
    expect(leadsLost(erasure, [factsOf(CUSTOMER, { erased: 1 }), factsOf(BILL)])).toEqual([]);
    expect(leadsLost(erasure, [factsOf(CUSTOMER, { kept: 1 }), factsOf(BILL, { kept: 2 })])).toEqual([]);
    expect(leadsLost(erasure, [])).toEqual([]);
  });

  it('lead back to a blanked record by its own key', () => {
    const lost = leadsLost(erasureOf(shop({ email: null })), [
      factsOf(CUSTOMER, { blanked: 1 }),
      factsOf(BILL, { kept: 2 }),
    ]);
    expect(lost.map(({ id, to }) => [id, to])).toEqual([
      [BY_OWN_KEY, CUSTOMER],
      [BY_CUSTOMER, BILL],
    ]);
  });

  it('cannot lead back to a blanked record that has no key', () => {
    const erasure = erasureOf(shop({ email: null }, { no: { key: false } }));
    expect(leadsLost(erasure, [factsOf(CUSTOMER, { blanked: 1 }), factsOf(BILL)])).toEqual([]);
  });
});

describe('a search that goes on from what is known', () => {
  const keys = new Map<string, Keys>([
    [BY_CUSTOMER, [['7']]],
    [BY_OWN_KEY, [['K-7']]],
  ]);

  it('finds what stays by the keys that led there, and what is blanked by its own', () => {
    const dataMap = shop({ email: null });
    const wider = erasureFrom(knownFrom(dataMap, keys), erasureOf(dataMap));
    expect(ways(wider, BILL)).toEqual(['linked', 'carried']);
    expect(ways(wider, CUSTOMER)).toEqual(['identity', 'carried']);
    expect(wider.carried).toEqual({ [BY_CUSTOMER]: [['7']], [BY_OWN_KEY]: [['K-7']] });
  });

  it('asks a record that goes whole for nothing but the person', () => {
    const wider = erasureFrom(knownFrom(shop(null), keys), erasureOf(shop(null)));
    expect(ways(wider, CUSTOMER)).toEqual(['identity']);
    expect(wider.carried).toEqual({ [BY_CUSTOMER]: [['7']] });
  });

  it('does not go on from a blank that is the same for everybody', () => {
    const dataMap = dataMapOf([
      collectionOf(
        'shop.bill',
        { no: { key: true }, customer_id: { of: 'shop.customer.id', direction: 'to' }, email: { identity: 'email' } },
        {
          erasure: {
            kind: 'erase',
            whileKept: { email: null, customer_id: '0' },
            reason: localText('tax law', ['en']),
          },
        },
      ),
      collectionOf('shop.customer', { id: { key: true } }),
    ]);
    expect([...knownFrom(dataMap, keys).ownAt.keys()]).toEqual([]);
  });

  it('is the search itself where nothing is known', () => {
    const dataMap = shop({ email: null });
    const known = knownFrom(dataMap, new Map());
    expect(erasureFrom(known, erasureOf(dataMap))).toEqual(erasureOf(dataMap));
    const search = erasureSearch(dataMap, ANNA);
    expect(searchFrom(known, search)).toEqual(search);
  });

  it('knows each way once, however often it goes on', () => {
    const dataMap = shop({ email: null });
    const known = knownFrom(dataMap, keys);
    const once = searchFrom(known, erasureSearch(dataMap, ANNA));
    expect(searchFrom(known, once)).toEqual(once);
    expect(once.systems[0]!.steps.find(({ collectionId }) => collectionId === BILL)!.needs).toEqual([
      BY_CUSTOMER,
      BY_OWN_KEY,
    ]);
  });
});

describe('keys of several searches', () => {
  const some = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('a', 'b')));

  it('are together, each once', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const { way = [] } = mergedKeys({ way: first }, [['way', second]]);
        const texts = way.map((key) => key.join(' '));
        expect(new Set(texts).size).toBe(texts.length);
        expect(new Set(texts)).toEqual(new Set([...first, ...second].map((key) => key.join(' '))));
      }),
    );
  });

  it('of different ways stay apart', () => {
    expect(mergedKeys({ one: [['1']] }, [['two', [['2']]]])).toEqual({ one: [['1']], two: [['2']] });
  });
});
