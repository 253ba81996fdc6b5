import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const FIND = { by: 'email', request: 'GET /contacts', query: { email: '{email}' } };
const FIELDS = [{ name: 'id' }, { name: 'email', fides_meta: { identity: 'email' } }];

function built(http: object | undefined, system: object = { connector: 'http' }, more: readonly object[] = []) {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'crm',
        meta: { rightsdesk: system },
        collections: [{ name: 'contacts', meta: { rightsdesk: { http } }, fields: FIELDS }, ...more],
      },
    ],
  });
  return buildDataMap([{ file: 'data-map.yaml', content }], {
    languages: ['en'],
    country: 'IE',
    identifierKinds: ['email'],
  });
}

const messages = (...given: Parameters<typeof built>) => built(...given).problems.map(({ message }) => message);

describe('a system that is asked over HTTP', () => {
  it('has a login, a pace and requests', () => {
    const { dataMap, problems } = built({ find: [FIND], erase: { request: 'DELETE /contacts/{id}' } });
    expect(problems).toEqual([]);
    const [system] = dataMap.systems;
    expect(system).toMatchObject({
      connector: 'http',
      access: { login: { kind: 'bearer' }, perSecond: 5, inside: [] },
    });
    expect(system!.collections[0]!.access).toMatchObject({
      find: [{ by: [{ column: 'email', path: [] }], records: [], answers: 'own', none: [], paging: null }],
      erase: { method: 'DELETE', path: '/contacts/{id}' },
      change: null,
    });
  });

  it.each<[string, object | undefined, RegExp]>([
    ['nothing is asked', undefined, /nothing says how contacts is asked for/],
    [
      'another way is asked',
      { find: [{ ...FIND, by: 'id', query: { id: '{id}' } }] },
      /found by email, and no request/,
    ],
    ['a field is not there', { find: [FIND, { ...FIND, by: 'mail', query: { m: '{mail}' } }] }, /no field "mail"/],
    ['a value is not sent', { find: [{ ...FIND, query: {} }] }, /would ask for everybody/],
    [
      'a name stands for nothing',
      { find: [{ ...FIND, query: { a: '{email}', b: '{mail}' } }] },
      /"{mail}" stands for nothing/,
    ],
    ['a GET has a body', { find: [{ ...FIND, json: { email: '{email}' } }] }, /a GET has no body/],
    ['a path has a query', { find: [{ ...FIND, request: 'GET /contacts?all=1' }] }, /a path has no query/],
    [
      'a record is erased by what it does not have',
      { find: [FIND], erase: { request: 'DELETE /contacts/{uuid}' } },
      /"{uuid}" stands/,
    ],
  ])('is refused where %s', (_, http, message) => {
    expect(messages(http)).toEqual([expect.stringMatching(message)]);
  });

  it('signs what its requests carry, so each carries something', () => {
    const signed = { connector: 'http', http: { login: { signed: 'hmac' } } };
    expect(messages({ find: [FIND] }, signed)).toEqual([
      expect.stringMatching(/a signature is of what a request carries/),
    ]);
    const post = { by: 'email', request: 'POST /tasks', json: { email: '{email}' } };
    expect(messages({ find: [post] }, signed)).toEqual([]);
  });

  it('is of that connector alone', () => {
    expect(messages(undefined, { http: {} })).toEqual([expect.stringMatching(/another connector/)]);
  });

  it('is asked by each reference that leads to its records', () => {
    const orders = {
      name: 'orders',
      fields: [
        { name: 'contact', fides_meta: { references: [{ dataset: 'crm', field: 'contacts.id', direction: 'from' }] } },
      ],
    };
    const by = { by: 'contact', request: 'GET /contacts/{contact}/orders' };
    const asked = (find: object) => [{ ...orders, meta: { rightsdesk: { http: { find: [find] } } } }];
    expect(messages({ find: [FIND] }, { connector: 'http' }, asked(by))).toEqual([]);
    expect(messages({ find: [FIND] }, { connector: 'http' }, asked({ ...by, by: 'no', request: 'GET /{no}' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/found by contact, and no request/)]),
    );
  });
});
