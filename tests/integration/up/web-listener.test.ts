import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trustedProxies, type Trusted } from '@/lib/platform/client-address';
import { requestListener } from '@/lib/platform/web-server';

const BASE_URL = 'https://rights.example.com';

let server: Server;
let reached: IncomingHttpHeaders[];
let urls: (string | undefined)[];
let answering = true;

// Stands where Next's handler stands: answers with what it was given.
const page = async (
  incoming: Parameters<ReturnType<typeof requestListener>>[0],
  response: Parameters<ReturnType<typeof requestListener>>[1],
): Promise<void> => {
  reached.push(incoming.headers);
  urls.push(incoming.url);
  if (incoming.url === '/callsapp/ru/outdated' && incoming.method === 'POST') {
    await text(incoming);
    response.statusCode = 409;
    for (const [name, value] of Object.entries({
      'x-nextjs-action-not-found': '1',
      'content-type': 'text/plain',
      'content-length': '26',
    }))
      response.setHeader(name, value);
    response.end('Server Action unavailable.');
    return;
  }
  if (incoming.url === '/callsapp/ru/outdated') {
    response.end(
      `<!doctype html><main><h1>${incoming.headers.cookie}</h1><form><input type="hidden" name="question" value="who"><input name="name" value=""></form></main>`,
    );
    return;
  }
  response.end(await text(incoming));
};

beforeAll(async () => {
  reached = [];
  urls = [];
  server = createServer(
    requestListener(page, BASE_URL, trustedProxies('127.0.0.0/8') as Trusted, async () => answering),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

async function send(options: { method: string; path: string; headers?: Record<string, string>; body?: Buffer }) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', ...options });
  sent.end(options.body);
  const [response] = await once(sent, 'response');
  return {
    status: response.statusCode as number,
    headers: response.headers as IncomingHttpHeaders,
    body: await text(response),
  };
}

test('a page gets the nonce its answer announces, and only the public name of the host', async () => {
  const { headers } = await send({
    method: 'GET',
    path: '/',
    headers: { host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com' },
  });
  const given = reached.at(-1);
  expect(headers['content-security-policy']).toContain(`'nonce-${given?.['x-nonce']}'`);
  expect(given?.['content-security-policy']).toBe(headers['content-security-policy']);
  expect(given?.host).toBe('rights.example.com');
  expect(given).not.toHaveProperty('x-forwarded-host');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'strict-transport-security': expect.any(String),
  });
});

test('ten megabytes are answered with a page in the language of the form, and no page sees them', async () => {
  const before = reached.length;
  const { status, body, headers } = await send({
    method: 'POST',
    path: '/sessia/bg/request/who',
    headers: { 'content-length': String(10 * 1024 * 1024) },
    body: Buffer.alloc(10 * 1024 * 1024, 'a'),
  });
  expect(status).toBe(413);
  expect(body).toContain('съкратете текста');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(reached).toHaveLength(before);
});

test('a body within the limit arrives whole', async () => {
  const body = Buffer.alloc(1024 * 1024, 'b');
  const answer = await send({ method: 'POST', path: '/', headers: { 'content-length': String(body.length) }, body });
  expect(answer.status).toBe(200);
  expect(answer.body).toHaveLength(body.length);
});

test('a form sent from another site is refused', async () => {
  const before = reached.length;
  const answer = await send({
    method: 'POST',
    path: '/callsapp/ru',
    headers: { 'sec-fetch-site': 'cross-site', 'content-length': '1' },
    body: Buffer.from('x'),
  });
  expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('Ничего не изменено') });
  expect(reached).toHaveLength(before);
});

test('a form of our own page that hides its address reaches Next as our own', async () => {
  const answer = await send({
    method: 'POST',
    path: '/callsapp/en/confirm/x',
    headers: { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-length': '1' },
    body: Buffer.from('x'),
  });
  expect(answer.status).toBe(200);
  expect(reached.at(-1)?.origin).toBe(BASE_URL);
});

test('the form of a mailed link from a browser that says nothing of itself arrives, and no cookie with it', async () => {
  const path = `/callsapp/en/confirm/${'a'.repeat(43)}`;
  const headers = { origin: 'null', cookie: 'rd_case=somebody; next-auth.session-token=staff', 'content-length': '1' };
  expect((await send({ method: 'POST', path, headers, body: Buffer.from('x') })).status).toBe(200);
  expect(reached.at(-1)).toMatchObject({ origin: BASE_URL });
  expect(reached.at(-1)).not.toHaveProperty('cookie');
  expect(
    (await send({ method: 'POST', path: '/callsapp/en/my-request/withdraw', headers, body: Buffer.from('x') })).status,
  ).toBe(403);
});

test('a form that Next does not know any more comes back filled in', async () => {
  const boundary = 'b0undary';
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = Buffer.from(
    `${part('$ACTION_ID_40aa', '')}${part('question', 'who')}${part('name', 'Иван <b>"')}--${boundary}--\r\n`,
  );
  const answer = await send({
    method: 'POST',
    path: '/callsapp/ru/outdated',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
      cookie: 'rd_draft=x',
    },
    body,
  });
  expect(answer.status).toBe(409);
  expect(answer.headers).not.toHaveProperty('x-nextjs-action-not-found');
  expect(answer.body).toContain('value="Иван <b>&quot;"');
  expect(answer.body).toContain('Эта страница обновилась');
  expect(answer.body).toContain('rd_draft=x');
});

test('a page is told the sender that the trusted proxy names, whatever the sender wrote itself', async () => {
  await send({
    method: 'GET',
    path: '/',
    headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', 'x-client-address': '192.0.2.1' },
  });
  expect(reached.at(-1)?.['x-client-address']).toBe('203.0.113.9');
});

test.each(['/%zz', '/desk/%ff', '/callsapp/bg/%E0%A4%A', '*'])(
  'what cannot be an address, %s, is a bad request and reaches no page',
  async (path) => {
    const before = reached.length;
    const { status, body } = await send({ method: path === '*' ? 'OPTIONS' : 'GET', path });
    expect({ status, reached: reached.length }).toEqual({ status: 400, reached: before });
    expect(body).toContain(BASE_URL);
  },
);

test.each([
  ['http://evil.example/desk', '/desk'],
  ['https://evil.example', '/'],
  ['HTTP://evil.example?x=1', '/?x=1'],
  ['//evil.example/desk', '/evil.example/desk'],
  ['/desk?found=%zz', '/desk?found=%zz'],
])('of the target %s only the path is ours', async (path, url) => {
  const { status } = await send({ method: 'GET', path });
  expect({ status, url: urls.at(-1) }).toEqual({ status: 200, url });
});

test('TRACE is not answered with what was sent', async () => {
  const { status, headers, body } = await send({ method: 'TRACE', path: '/', headers: { cookie: 'secret=1' } });
  expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD, POST' });
  expect(body).not.toContain('secret');
});

test('while the database does not answer, pages and forms say so in the language of the reader; files and the health check are served', async () => {
  answering = false;
  try {
    const before = reached.length;
    const page = await send({ method: 'GET', path: '/callsapp/ru/my-request' });
    expect({ status: page.status, retry: page.headers['retry-after'], cache: page.headers['cache-control'] }).toEqual({
      status: 503,
      retry: '30',
      cache: 'no-store',
    });
    expect(page.body).toContain('база данных не отвечает');
    expect((await send({ method: 'GET', path: '/', headers: { 'accept-language': 'nl, bg;q=0.8' } })).body).toContain(
      'Базата ни данни не отговаря',
    );
    expect(
      (await send({ method: 'POST', path: '/desk', headers: { 'content-length': '3' }, body: Buffer.from('a=b') }))
        .status,
    ).toBe(503);
    expect(reached).toHaveLength(before);
    for (const path of ['/_next/static/chunks/a.js', '/api/health', '/accents.css'])
      expect((await send({ method: 'GET', path })).status).toBe(200);
  } finally {
    answering = true;
  }
});
