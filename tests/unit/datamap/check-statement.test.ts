import { describe, expect, it } from 'vitest';
import { buildDataMap, collectionsOf } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const FIELDS = [
  { name: 'id', fides_meta: { primary_key: true } },
  { name: 'email', fides_meta: { identity: 'email' } },
  { name: 'full_name', meta: { rightsdesk: { fact: 'name' } } },
  { name: 'remark' },
];

const built = (statement: string | undefined) => {
  const collections = [{ name: 'friend', fields: FIELDS, meta: { rightsdesk: { statement } } }];
  const content = { rightsdesk: { facts: { name: 'Name' } }, dataset: [{ fides_key: 'app', collections }] };
  return buildDataMap([{ file: 'map.yaml', content: dataMapFileSchema.parse(content) }], {
    languages: ['en'],
    country: 'LU',
    identifierKinds: ['email'],
  });
};

describe('the place for a statement of the person', () => {
  it('is a field that the map describes, so that a later copy shows it', () => {
    const { dataMap, problems } = built('remark');
    expect(problems).toEqual([]);
    expect(collectionsOf(dataMap)[0]?.statementField).toBe('remark');
    expect(collectionsOf(built(undefined).dataMap)[0]?.statementField).toBeNull();
  });

  it.each([
    ['remrak', 'app.friend has no field "remrak"'],
    ['email', 'records of app.friend are found by "email"'],
    ['id', 'records of app.friend are found by "id"'],
    ['full_name', '"full_name" holds a fact, which a statement would stand for'],
  ])('is not %s', (field, message) => {
    expect(built(field).problems).toMatchObject([{ message }]);
  });
});
