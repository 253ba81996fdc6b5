import { describe, expect, it } from 'vitest';
import { linksOf, reachableFrom } from '@/lib/domain/datamap/reach';
import { collectionOf, dataMapOf } from './maps';

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
      { from: 'shop.customer', fromField: 'address_id', to: 'shop.address', toField: 'id' },
      { from: 'shop.customer', fromField: 'id', to: 'shop.purchase', toField: 'customer_id' },
      { from: 'shop.purchase', fromField: 'id', to: 'desk.note', toField: 'purchase_id' },
      { from: 'desk.note', fromField: 'purchase_id', to: 'shop.purchase', toField: 'id' },
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
});
