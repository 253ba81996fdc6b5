import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aService, json, type Service } from '@/tests/support/http-service';
import { stepsOf } from '../source';
import { crmMap, crmOf, linesOf, ANNA } from './crm';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
beforeEach(() => {
  service.got.length = 0;
});
afterAll(() => service.close());

const HERS = { id: 7, email: 'Anna@Example.com ', balance: 1 };
const row = (id: number) => ({ ...HERS, id });

describe('what a service answers over HTTP', () => {
  it('is each record as it was written, with every digit, and only the fields of the map', async () => {
    service.answer = (_, response) =>
      json(
        response,
        `{"total":1,"items":[ {"id":12345678901234567890,"email":"anna@example.com","balance":10.10,"secret":"x",\n "tags":["a",\r\n{"n":1.0}],"newsletter":null} ] ,"next":null}`,
      );
    expect(await linesOf(crmMap(), service.address)).toEqual([
      '{"id":12345678901234567890,"email":"anna@example.com","balance":10.10,"tags":["a", {"n":1.0}],"newsletter":null}',
    ]);
    expect(service.got).toMatchObject([{ method: 'GET', path: '/contacts', query: { email: 'anna@example.com' } }]);
    expect(service.got[0]!.headers.authorization).toBe('Bearer sesame');
  });

  it('is counted as it is given, packed or not', async () => {
    const items = Array.from({ length: 40 }, (_, id) => row(id));
    service.answer = (_, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify({ items })));
    const dataMap = crmMap();
    expect(await linesOf(dataMap, service.address)).toHaveLength(40);
    expect(await crmOf(dataMap, service.address).count(stepsOf(dataMap, 'crm', ANNA).contacts!)).toBe(40);
  });

  it.each([
    ['a list of lists', { records: 'data.items' }, '{"data":{"items":[]}}', 0],
    ['nothing', {}, '{"items":null}', 0],
    ['one record', { records: 'item' }, `{"item":${JSON.stringify(HERS)}}`, 1],
    ['the list itself', { records: undefined }, JSON.stringify([HERS]), 1],
    ['the record itself', { records: undefined }, JSON.stringify(HERS), 1],
  ])('stands where the map says: %s', async (_, find, body, records) => {
    service.answer = (_, response) => json(response, body);
    expect(await linesOf(crmMap({ find }), service.address)).toHaveLength(records);
  });

  it.each([
    ['by a cursor', { cursor: 'meta.next', parameter: 'after' }],
    ['by the number of the page', { page: 'page' }],
    ['by how many came before', { offset: 'skip' }],
    ['by a header', 'link'],
    ['by an address in the answer', { next: 'links.next' }],
  ])('is read to the last page %s', async (_, paging) => {
    service.answer = ({ query }, response) => {
      const from = Number(query.after ?? query.skip ?? (query.page ? (Number(query.page) - 1) * 3 : 0));
      const items = [0, 1, 2].map((n) => row(from + n)).filter(({ id }) => id < 8);
      const next = from + 3 < 8 ? String(from + 3) : null;
      const link = next && `/contacts?email=anna%40example.com&after=${next}`;
      json(
        response,
        { links: { next: link }, items, meta: { next } },
        link ? { link: `</contacts?x>; rel="prev", <${link}>; rel="next"` } : {},
      );
    };
    const lines = await linesOf(crmMap({ find: { paging } }), service.address);
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is asked for by what a POST carries, and paged there too', async () => {
    service.answer = ({ body }, response) => {
      const { variables } = JSON.parse(body) as { variables: { mail: string; after?: string } };
      json(response, {
        items: [row(variables.after ? 2 : 1)],
        page: { end: variables.after ? null : 'c2' },
      });
    };
    const find = {
      request: 'POST /graphql',
      query: {},
      json: { query: '{ contacts(mail: $mail) { id } }', variables: { mail: '{email}' } },
      paging: { cursor: 'page.end', parameter: 'variables.after' },
    };
    expect(await linesOf(crmMap({ find }), service.address)).toHaveLength(2);
    expect(service.got.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { query: '{ contacts(mail: $mail) { id } }', variables: { mail: 'anna@example.com' } },
      { query: '{ contacts(mail: $mail) { id } }', variables: { mail: 'anna@example.com', after: 'c2' } },
    ]);
  });

  it('leads on to what its keys are of, each record once', async () => {
    service.answer = ({ path }, response) => {
      if (path === '/contacts') json(response, { items: [row(7), row(8)] });
      else json(response, [{ no: 1 }, { no: Number(path.split('/')[2]) }]);
    };
    const orders = [
      {
        name: 'orders',
        meta: {
          rightsdesk: {
            http: { find: [{ by: 'contact', request: 'GET /contacts/{contact}/orders', answers: 'unshown' }] },
          },
        },
        fields: [
          { name: 'no', fides_meta: { primary_key: true } },
          {
            name: 'contact',
            fides_meta: { references: [{ dataset: 'crm', field: 'contacts.id', direction: 'from' }] },
          },
        ],
      },
    ];
    const lines = await linesOf(crmMap({ orders }), service.address, { table: 'orders' });
    expect(lines).toEqual(['{"no":1,"contact":null}', '{"no":7,"contact":null}', '{"no":8,"contact":null}']);
  });

  it.each([
    ['a+b&c=d?e#f/../g%41"\'@example.com'],
    ['anna@exämple.com'],
    ['${7*7}{{email}}@example.com'],
    ["'; DROP TABLE contacts; --@example.com"],
    ['x\r\nX-Injected: 1@example.com'],
  ])('is asked for by the value and nothing but it: %j', async (email) => {
    service.answer = (_, response) => json(response, { items: [] });
    await linesOf(crmMap(), service.address, { identities: { email: [email] } });
    expect(service.got.map(({ query, path }) => ({ query, path }))).toEqual([
      { path: '/contacts', query: { email: email.toLowerCase() } },
    ]);
    expect(service.got[0]!.headers).not.toHaveProperty('x-injected');
  });

  it.each(['..', '.', 'a/../b', '', '..\\x', '%2e%2e'])('never goes up a path by a value: %j', async (account) => {
    service.answer = (_, response) => json(response, []);
    const orders = [
      {
        name: 'accounts',
        meta: { rightsdesk: { http: { find: [{ by: 'name', request: 'GET /accounts/{name}/profile' }] } } },
        fields: [{ name: 'name', fides_meta: { identity: 'account' } }],
      },
    ];
    const dataMap = crmMap({ orders });
    const step = stepsOf(dataMap, 'crm', { account: [account] }).accounts;
    if (step) await crmOf(dataMap, service.address).count(step);
    expect(service.got.filter(({ path }) => !/^\/accounts\/[^/]+\/profile$/.test(path))).toEqual([]);
    expect(service.got.length).toBe(account === '%2e%2e' ? 1 : 0);
  });

  it.each([
    ['basic', 'me:sesame', { authorization: `Basic ${Buffer.from('me:sesame').toString('base64')}` }],
    [{ header: 'X-Api-Key' }, ':sesame', { 'x-api-key': 'sesame' }],
    ['none', '', {}],
  ])('is asked for with the login of the map: %j', async (login, secret, headers) => {
    service.answer = (_, response) => json(response, { items: [] });
    await linesOf(crmMap({ http: { login } }), service.address, { login: secret });
    expect(service.got[0]!.headers).toMatchObject(headers);
  });

  it('is asked for with a token, which is fetched once, and anew when it is not taken any more', async () => {
    let given = 0;
    service.answer = ({ path, headers }, response) => {
      if (path === '/token') return json(response, { access_token: `t${++given}`, expires_in: 3600 });
      if (headers.authorization !== 'Bearer t2') return void response.writeHead(401).end();
      json(response, { items: [HERS] });
    };
    const login = { oauth2: `${service.address}/token`, scope: 'read' };
    expect(await linesOf(crmMap({ http: { login } }), service.address, { login: 'id:secret' })).toHaveLength(1);
    expect(service.got.map(({ path }) => path)).toEqual(['/token', '/contacts', '/token', '/contacts']);
    expect(service.got[0]).toMatchObject({ body: 'grant_type=client_credentials&scope=read' });
    expect(service.got[0]!.headers.authorization).toBe(`Basic ${Buffer.from('id:secret').toString('base64')}`);
  });
});
