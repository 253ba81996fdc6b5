import { describe, expect, it } from 'vitest';
import { buildDataMap, collectionsOf } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const FIELDS = [
  { name: 'id', fides_meta: { primary_key: true } },
  { name: 'email', fides_meta: { identity: 'email' } },
  { name: 'full_name' },
  { name: 'starts_at' },
];

const file = (portable: unknown) => ({
  dataset: [
    { fides_key: 'app', collections: [{ name: 'friend', fields: FIELDS, meta: { rightsdesk: { portable } } }] },
  ],
});

const built = (portable: unknown) =>
  buildDataMap([{ file: 'map.yaml', content: dataMapFileSchema.parse(file(portable)) }], {
    languages: ['en'],
    country: 'LU',
    identifierKinds: ['email'],
  });

describe('the usual file of a collection', () => {
  it('is a card, an event or a message, each part from a field of the map', () => {
    const card = { as: 'vcard', fields: { name: 'full_name', email: 'email' } };
    const { dataMap, problems } = built(card);
    expect(problems).toEqual([]);
    expect(collectionsOf(dataMap)[0]?.portableAs).toEqual(card);
    expect(built({ as: 'icalendar', fields: { summary: 'full_name', start: 'starts_at' } }).problems).toEqual([]);
    expect(built({ as: 'mbox', fields: { sentAt: 'starts_at', body: 'full_name' } }).problems).toEqual([]);
  });

  it('names the field that the map does not have, and which may be meant', () => {
    expect(built({ as: 'vcard', fields: { name: 'ful_name' } }).problems).toMatchObject([
      {
        path: ['dataset', 0, 'collections', 0, 'meta', 'rightsdesk', 'portable', 'fields', 'name'],
        message: 'app.friend has no field "ful_name"',
        fix: expect.stringContaining('full_name') as string,
      },
    ]);
  });

  it.each([
    ['a card of nobody', { as: 'vcard', fields: { email: 'email' } }],
    ['an event without a beginning', { as: 'icalendar', fields: { summary: 'full_name' } }],
    ['a message without a time', { as: 'mbox', fields: { body: 'full_name' } }],
    ['a part that it does not have', { as: 'vcard', fields: { name: 'full_name', start: 'starts_at' } }],
    ['a shape that nobody knows', { as: 'tape', fields: { name: 'full_name' } }],
  ])('is not %s', (_what, portable) => {
    expect(dataMapFileSchema.safeParse(file(portable)).success).toBe(false);
  });

  it('is none where the map says nothing of it', () => {
    expect(collectionsOf(built(undefined).dataMap)[0]?.portableAs).toBeNull();
  });
});
