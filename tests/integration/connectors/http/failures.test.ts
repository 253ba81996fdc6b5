import { createServer } from 'node:net';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConnector } from '@/lib/connectors/open';
import { aService, type Got, json, type Service } from '@/tests/support/http-service';
import { systemOf } from '../source';
import { crmMap, crmOf, linesOf } from './crm';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
beforeEach(() => {
  service.got.length = 0;
});
afterAll(() => service.close());

const HERS = { id: 7, email: 'anna@example.com' };
const SOON = { system: { timeoutSeconds: 1 } };
const WHOLE = JSON.stringify({ items: [HERS, { ...HERS, id: 8 }] });

/** Answers a part, then what `then` does. */
const partly = (then: (response: ServerResponse) => void) => (_: Got, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(WHOLE.slice(0, 60), () => then(response));
};

const always = (status: number) => (_: Got, response: ServerResponse) => void response.writeHead(status).end('{}');

const drips = (_: Got, response: ServerResponse): void => {
  response.writeHead(200).write('{"items":[');
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
};

/** A page after another that is never the last. @param items of the page that a cursor leads to */
const pages =
  (items: (page: number) => unknown[], cursor: (page: number) => string) =>
  ({ query }: Got, response: ServerResponse) => {
    const page = Number((query.after ?? 'c0').slice(1));
    json(response, { items: items(page), next: cursor(page) });
  };

const BY_CURSOR = { find: { paging: { cursor: 'next', parameter: 'after' } } };

describe('a service that does not do as it should', () => {
  it.each<[string, Service['answer'], Parameters<typeof crmMap>[0], string, RegExp]>([
    ['never answers', () => undefined, SOON, 'timeout', /did not answer in time|longer than/],
    ['stops in the middle', partly(() => undefined), SOON, 'timeout', /middle|longer than/],
    ['sends a sign now and then', drips, SOON, 'timeout', /longer than/],
    ['breaks off', partly((response) => response.destroy()), {}, 'interrupted', /broke|middle/],
    ['ends a JSON in its middle', partly((response) => response.end()), {}, 'interrupted', /ends in the middle/],
    ['answers with a page for people', (_, response) => json(response, '<html>'), {}, 'badMap', /no JSON/],
    ['answers with nothing', (_, response) => json(response, ''), {}, 'badMap', /empty/],
    ['answers in another form', (_, response) => json(response, { data: [] }), {}, 'badMap', /stands at items/],
    ['has texts for records', (_, response) => json(response, { items: ['x'] }), {}, 'badMap', /no object/],
    ['breaks a record', (_, response) => json(response, '{"items":[{"id":1,}]}'), {}, 'badMap', /no JSON/],
    [
      'writes no UTF-8',
      (_, response) => void response.writeHead(200).end(Buffer.from('{"items":[{"id":"\xff"}]}', 'latin1')),
      {},
      'badMap',
      /UTF-8/,
    ],
    [
      'packs what cannot be unpacked',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
      {},
      'interrupted',
      /unpacked/,
    ],
    ['refuses the login', always(401), {}, 'denied', /401/],
    ['forbids it', always(403), {}, 'denied', /403/],
    ['does not know the path', always(404), {}, 'badMap', /none: \[404\]/],
    ['refuses the request', always(422), {}, 'badMap', /does not take/],
    [
      'leads to another host',
      (_, response) => void response.writeHead(302, { location: 'https://evil.example/' }).end(),
      {},
      'badMap',
      /another host/,
    ],
    [
      'leads round and round',
      (_, response) => void response.writeHead(302, { location: '/contacts' }).end(),
      {},
      'badMap',
      /on and on/,
    ],
    [
      'gives everybody',
      (_, response) => json(response, { items: [HERS, { id: 1, email: 'bob@example.com' }] }),
      {},
      'badMap',
      /another email/,
    ],
    [
      'does not show whose it is',
      (_, response) => json(response, { items: [{ id: 1 }] }),
      {},
      'badMap',
      /do not show email/,
    ],
    [
      'has more than the map knows how to ask',
      (_, response) => json(response, { items: [HERS], has_more: true }),
      {},
      'badMap',
      /"paging"/,
    ],
    [
      'gives one page for ever',
      pages(
        () => [HERS],
        (page) => `c${page + 1}`,
      ),
      BY_CURSOR,
      'badMap',
      /again and again/,
    ],
    [
      'goes in a circle',
      pages(
        (page) => [{ ...HERS, id: page }],
        (page) => `c${(page + 1) % 3}`,
      ),
      BY_CURSOR,
      'badMap',
      /again and again/,
    ],
    [
      'never comes to an end',
      pages(
        (page) => [{ ...HERS, id: page }],
        (page) => `c${page + 1}`,
      ),
      { ...BY_CURSOR, ...SOON },
      'timeout',
      /longer than/,
    ],
    [
      'leads on to another host',
      (_, response) => json(response, { items: [HERS], next: 'https://evil.example/2' }),
      { find: { paging: { next: 'next' } } },
      'badMap',
      /another host/,
    ],
    [
      'sends a record without an end',
      (_, response) => json(response, `{"items":[{"id":"${'x'.repeat(17 * 1024 * 1024)}"}]}`),
      {},
      'badMap',
      /16 MiB/,
    ],
    [
      'sends something else without an end',
      (_, response) => json(response, `{"x":"${'x'.repeat(2 * 1024 * 1024)}"}`),
      {},
      'badMap',
      /1 MiB/,
    ],
  ])('fails, and says how, where it %s', async (_, answer, given, reason, detail) => {
    service.answer = answer;
    await expect(linesOf(crmMap(given), service.address)).rejects.toMatchObject({
      name: 'SourceError',
      reason,
      detail: expect.stringMatching(detail) as string,
    });
    expect(service.got.filter(({ headers }) => headers.host !== new URL(service.address).host)).toEqual([]);
  });

  it.each([503, 429, 500, 502])('is asked again where it answers %i for now, as late as it says', async (status) => {
    service.answer = (_, response) => {
      if (service.got.length < 3) return void response.writeHead(status, { 'retry-after': '0' }).end();
      json(response, { items: [HERS] });
    };
    expect(await linesOf(crmMap(), service.address)).toHaveLength(1);
    expect(service.got).toHaveLength(3);
  });

  it('is left to the queue where it asks to be left alone for long, or fails again and again', async () => {
    service.answer = (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
    await expect(linesOf(crmMap(), service.address)).rejects.toMatchObject({ reason: 'timeout' });
    expect(service.got).toHaveLength(1);
    service.answer = (_, response) => void response.writeHead(500, { 'retry-after': '0' }).end();
    await expect(linesOf(crmMap(), service.address)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(service.got).toHaveLength(5);
  });

  it('never has a value of the person in what is said of its failure', async () => {
    for (const status of [404, 422, 500]) {
      service.answer = (_, response) => void response.writeHead(status, { 'retry-after': '0' }).end('anna@example.com');
      const failure = (await linesOf(crmMap(), service.address).catch((cause: unknown) => cause)) as Error;
      expect(failure.message).not.toMatch(/anna|sesame/);
    }
  });

  it('may say that it holds nothing by a status that the map names, and search by parts of words', async () => {
    service.answer = always(404);
    expect(await linesOf(crmMap({ find: { none: [404] } }), service.address)).toEqual([]);
    service.answer = (_, response) => json(response, { items: [HERS, { id: 1, email: 'anna@example.com.au' }] });
    expect(await linesOf(crmMap({ find: { answers: 'more' } }), service.address)).toHaveLength(1);
  });

  it('is stopped when we are told to stop', async () => {
    service.answer = drips;
    const stop = new AbortController();
    const reader = crmOf(crmMap(), service.address).reading(stop.signal);
    const counted = reader.count({
      ...crmMap().systems[0]!.collections[0]!,
      collectionId: 'crm.contacts',
      where: [
        {
          kind: 'identity',
          identity: 'email',
          at: { column: 'email', path: [] },
          match: 'email',
          values: ['a@b.example'],
          country: 'BG',
        },
      ],
      columns: [],
      orderBy: [],
      through: [],
      circles: [],
      needs: [],
    });
    setTimeout(() => stop.abort(), 100);
    await expect(counted).rejects.toMatchObject({ reason: 'interrupted' });
    await reader.close();
  });

  it('is not there, or no service at all', async () => {
    await expect(linesOf(crmMap(), 'http://localhost:1')).rejects.toMatchObject({ reason: 'unreachable' });
    const mute = createServer((socket) => void socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, 'localhost');
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as { port: number };
    await expect(linesOf(crmMap(), `http://localhost:${port}`)).rejects.toMatchObject({ reason: 'interrupted' });
    mute.close();
  });
});

describe('what stands in a private network', () => {
  const asked = (host: string, inside: string[] = []) =>
    linesOf(crmMap({ http: { inside } }), `http://${host}:${new URL(service.address).port}`);

  it.each([
    ['localhost', []],
    ['127.0.0.1', []],
    ['127.1', []],
    ['0x7f000001', []],
    ['[::1]', []],
    ['[::ffff:127.0.0.1]', []],
    ['169.254.169.254', ['169.254.169.254']],
    ['0.0.0.0', ['0.0.0.0']],
  ])('is not asked unless the map names it, and the keys of a machine never are: %s', async (host, inside) => {
    service.answer = (_, response) => json(response, { items: [HERS] });
    await expect(asked(host, inside)).rejects.toMatchObject({ reason: 'badMap' });
    expect(service.got).toEqual([]);
  });

  it('is asked where the map names its host, and no other address of it is reached by a redirect', async () => {
    const port = new URL(service.address).port;
    service.answer = (_, response) =>
      void response.writeHead(307, { location: `http://127.0.0.1:${port}/contacts` }).end();
    await expect(linesOf(crmMap(), service.address)).rejects.toMatchObject({ reason: 'badMap' });
    expect(service.got).toHaveLength(1);
  });
});

describe('a check of such a system', () => {
  it.each<[string, Service['answer'], object]>([
    ['answers', (_, response) => json(response, { items: [] }), { ok: true, readOnly: false }],
    ['refuses the login', always(401), { ok: false, reason: 'denied' }],
    ['does not know the path', always(404), { ok: false, reason: 'badMap' }],
    [
      'gives everybody',
      (_, response) => json(response, { items: [{ id: 1, email: 'nobody@rightsdesk.invalid' }] }),
      { ok: false, reason: 'badMap' },
    ],
  ])('says what is so where it %s', async (_, answer, probe) => {
    service.answer = answer;
    expect(await crmOf(crmMap(), service.address).probe()).toMatchObject(probe);
    expect(service.got.map(({ query }) => query)).toEqual([{ email: 'nobody@rightsdesk.invalid' }]);
  });

  it('names a missing address, a missing password, and an address that is none', async () => {
    const system = systemOf(crmMap(), 'crm');
    const probe = (CRM_URL?: string) => openConnector(system, { CRM_URL }).probe();
    expect(await probe()).toMatchObject({
      reason: 'notConfigured',
      detail: expect.stringContaining('CRM_URL') as string,
    });
    expect(await probe(service.address)).toMatchObject({
      reason: 'notConfigured',
      detail: expect.stringContaining('password') as string,
    });
    expect(await probe('crm.example.com')).toMatchObject({ reason: 'badMap' });
    expect(await probe('http://:x@crm.example.com')).toMatchObject({
      reason: 'badMap',
      detail: expect.stringContaining('in the clear') as string,
    });
  });
});
