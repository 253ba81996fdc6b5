import { describe, expect, it } from 'vitest';
import { linksOf, reachableFrom, reachedByKind } from '@/lib/domain/datamap/reach';
import { at, collectionOf, dataMapOf } from './maps';

const map = dataMapOf([
  collectionOf('shop.customer', { id: { key: true }, address_id: { of: 'shop.address.id', direction: 'to' } }),
  collectionOf('shop.address', { id: { key: true } }),
  collectionOf('shop.purchase', { id: {}, customer_id: { of: 'shop.customer.id', direction: 'from' } }),
  collectionOf('desk.note', { id: {}, purchase_id: { of: 'shop.purchase.id', direction: 'both' } }),
  collectionOf('desk.rota', { id: {} }),
]);

describe('ways through a data map', () => {
  it('reads "to" from here to there, "from" from there to here, and neither word as both', () => {
    expect(linksOf(map)).toEqual([
      { from: 'shop.customer', fromAt: [at('address_id')], to: 'shop.address', toAt: [at('id')], directed: true },
      { from: 'shop.customer', fromAt: [at('id')], to: 'shop.purchase', toAt: [at('customer_id')], directed: true },
      { from: 'shop.purchase', fromAt: [at('id')], to: 'desk.note', toAt: [at('purchase_id')], directed: false },
      { from: 'desk.note', fromAt: [at('purchase_id')], to: 'shop.purchase', toAt: [at('id')], directed: false },
    ]);
  });

  it.each([
    ['shop.customer', ['shop.customer', 'shop.address', 'shop.purchase', 'desk.note']],
    ['shop.address', ['shop.address']],
    ['desk.note', ['desk.note', 'shop.purchase']],
    ['desk.rota', ['desk.rota']],
  ])('from %s arrives at %j and nowhere else', (root, reached) => {
    expect([...reachableFrom(map, [root])].sort()).toEqual([...reached].sort());
  });

  it('arrives nowhere from nowhere', () => {
    expect(reachableFrom(map, []).size).toBe(0);
  });

  it('leads each kind of identity to its own collections and on from there, in the order of the map', () => {
    const known = dataMapOf([
      collectionOf('shop.customer', { id: { key: true }, email: { identity: 'email' } }),
      collectionOf('shop.purchase', {
        customer_id: { of: 'shop.customer.id', direction: 'from' },
        phone: { identity: 'phone' },
      }),
      collectionOf('shop.parcel', { number: { identity: 'parcelNo' } }),
    ]);
    expect([...reachedByKind(known)].map(([kind, ids]) => [kind, [...ids]])).toEqual([
      ['email', ['shop.customer', 'shop.purchase']],
      ['phone', ['shop.purchase']],
      ['parcelNo', ['shop.parcel']],
    ]);
  });
});
