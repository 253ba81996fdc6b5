import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { type KnownBy, searchOf, type Sought } from '@/lib/domain/datamap/sought';
import { collectionOf, dataMapOf } from './maps';

const MAP = dataMapOf([
  collectionOf('shop.customer', { id: { key: true }, email: { identity: 'email' }, phone: { identity: 'phone' } }),
  collectionOf('shop.purchase', { id: { key: true }, customer_id: { of: 'shop.customer.id' } }),
  collectionOf('desk.ticket', { email: { identity: 'email' }, customer_id: { of: 'shop.customer.id' } }),
  collectionOf('club.card', { number: { identity: 'cardNumber' } }),
]);

function soughtIn(collectionId: string, known: Partial<KnownBy>): Sought {
  const all = { identities: {}, unconfirmed: [], ...known };
  return searchOf(MAP, all, collectionPlan(MAP, all.identities))(collectionId, []);
}

describe('what is said of how a collection was looked for', () => {
  it('names the collections whose records led to it, in its own system and in another', () => {
    expect(soughtIn('shop.purchase', { identities: { email: ['a@example.com'] } }).through).toEqual(['shop.customer']);
    expect(soughtIn('desk.ticket', { identities: { email: ['a@example.com'] } }).through).toEqual(['shop.customer']);
  });

  it.each([
    ['shop.purchase', {}, ['email notGiven', 'phone notGiven']],
    ['shop.customer', { identities: { email: ['a@example.com'] } }, ['phone notGiven']],
    ['shop.customer', { identities: { email: ['a@example.com'] }, unconfirmed: ['phone'] }, ['phone notConfirmed']],
    ['shop.customer', { identities: { email: ['a@example.com'], phone: ['n/a'] } }, ['phone unusable']],
    ['shop.customer', { identities: { email: ['a@example.com'], phone: ['+352 621 123 456'] } }, []],
    [
      'shop.customer',
      { identities: { email: ['a@example.com'], cardNumber: ['12'] } },
      ['phone notGiven', 'cardNumber notInMap'],
    ],
    [
      'club.card',
      { identities: { email: ['a@example.com'] }, unconfirmed: ['phone'] },
      ['email notInMap', 'phone notInMap', 'cardNumber notGiven'],
    ],
  ] as const)('says of %s what it was not searched by and why', (collectionId, known, notBy) => {
    expect(soughtIn(collectionId, known).notBy.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(notBy);
  });

  it('names a value that can identify nobody beside one that can', () => {
    const sought = soughtIn('shop.customer', {
      identities: { email: ['a@example.com'], phone: ['+352 621 123 456', '-'] },
    });
    expect(sought.notBy).toEqual([{ kind: 'phone', reason: 'unusable' }]);
  });

  it('names a second address that is not confirmed beside the one that is', () => {
    expect(
      soughtIn('shop.customer', { identities: { email: ['a@example.com'] }, unconfirmed: ['email'] }).notBy,
    ).toEqual([
      { kind: 'email', reason: 'notConfirmed' },
      { kind: 'phone', reason: 'notGiven' },
    ]);
  });

  it('keeps each form of a kind once, however many places compare it', () => {
    const known = { identities: { email: ['a@example.com'] }, unconfirmed: [] };
    const twice = [
      { kind: 'email', form: 'lowerUnicode' },
      { kind: 'email', form: 'lowerUnicode' },
      { kind: 'email', form: 'exact' },
    ] as const;
    expect(searchOf(MAP, known, collectionPlan(MAP, known.identities))('shop.customer', twice).by).toEqual([
      twice[0],
      twice[2],
    ]);
  });

  it('leaves no kind of the map out that leads there: each is either searched by, or named with its reason', () => {
    const values = { email: ['a@example.com'], phone: ['+352 621 123 456'], cardNumber: ['12'] } as const;
    fc.assert(
      fc.property(
        fc.subarray(['email', 'phone', 'cardNumber'] as const),
        fc.subarray(['email', 'phone', 'cardNumber'] as const),
        (shown, open) => {
          const known = {
            identities: Object.fromEntries(shown.map((kind) => [kind, values[kind]])),
            unconfirmed: open.filter((kind) => !shown.includes(kind)),
          };
          const named = soughtIn('shop.customer', known).notBy.map(({ kind }) => kind);
          for (const kind of ['email', 'phone']) expect(named.includes(kind)).toBe(!shown.includes(kind as 'email'));
        },
      ),
    );
  });

  it('holds no value', () => {
    expect(
      JSON.stringify(soughtIn('shop.customer', { identities: { email: ['secret@example.com'], phone: ['n/a'] } })),
    ).not.toMatch(/secret|n\/a/);
  });
});
