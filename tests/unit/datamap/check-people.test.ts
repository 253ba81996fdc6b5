import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const OWNER = { name: 'Petra Paper', email: 'papers@example.com' };
const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };

function built(system: object, collection: object = {}) {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'papers',
        meta: { rightsdesk: system },
        collections: [{ name: 'contracts', fields: [EMAIL], ...collection }],
      },
      { fides_key: 'shop', collections: [{ name: 'customer', fields: [EMAIL, { name: 'id' }] }] },
    ],
  });
  return buildDataMap([{ file: 'data-map.yaml', content }], {
    languages: ['en', 'bg'],
    country: 'IE',
    identifierKinds: ['email'],
  });
}

const messages = (...given: Parameters<typeof built>) => built(...given).problems.map(({ message }) => message);

describe('a system whose owner is asked', () => {
  it('has an owner, a week unless the map says otherwise, and records of documents and words', () => {
    const { dataMap, problems } = built({ connector: 'people', owner: OWNER });
    expect(problems).toEqual([]);
    expect(dataMap.systems[0]).toMatchObject({ connector: 'people', owner: { ...OWNER, days: 7 } });
    const fields = dataMap.systems[0]!.collections[0]!.fields;
    expect(fields.map(({ name }) => name)).toEqual(['email', 'text', 'document', 'mediaType', 'bytes', 'sha256']);
    expect(fields.map(({ title }) => title.bg)).toContain('Документ');
  });

  const LED = {
    fields: [
      {
        ...EMAIL,
        fides_meta: { identity: 'email', references: [{ dataset: 'shop', field: 'customer.id', direction: 'from' }] },
      },
    ],
  };

  it.each([
    [{ connector: 'people' }, {}, 'nobody is named who could be asked'],
    [{ owner: OWNER }, {}, 'an owner is asked only where no connector reads the system'],
    [{ connector: 'people', owner: OWNER }, { fields: [{ name: 'shelf' }] }, 'its owner is not told whom to look for'],
    [
      { connector: 'people', owner: OWNER },
      { fields: [EMAIL, { name: 'document' }] },
      '"document" is what the answer itself has',
    ],
    [{ connector: 'people', owner: OWNER }, LED, 'a reference leads to or from what a person looks up'],
    [
      { connector: 'people', owner: OWNER },
      { meta: { rightsdesk: { account: true } } },
      'accounts are looked up, and nobody looks there',
    ],
  ])('is refused as %j with %j: %s', (system, collection, message) => {
    expect(messages(system, collection)).toContain(message);
  });
});
