import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '@/lib/domain/locale';
import { contentSecurityPolicy, newNonce, securityHeaders } from '@/lib/platform/web-headers';
import { ANSWER_LIMIT, BODY_LIMIT, localeOf, refusalOf, refusalPage } from '@/lib/platform/web-refusals';

const ORIGIN = 'https://rights.example.com';

test('a form of our own passes', () => {
  expect(
    refusalOf(
      'POST',
      { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-length': '512' },
      ORIGIN,
      '/sessia/bg/find',
    ),
  ).toBeNull();
});

test('a form of a page that hides its address passes, because the browser says it is our own', () => {
  expect(
    refusalOf(
      'POST',
      { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-length': '1' },
      ORIGIN,
      '/sessia/bg/find',
    ),
  ).toBeNull();
});

test('a machine without browser headers passes', () => {
  expect(refusalOf('POST', { 'content-length': '2' }, ORIGIN, '/sessia/bg/find')).toBeNull();
});

test.each([
  ['by Fetch Metadata', { 'sec-fetch-site': 'cross-site' }],
  ['by Fetch Metadata, from a neighbour', { 'sec-fetch-site': 'same-site' }],
  ['by an opaque Origin, from elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['by a wrong Origin that claims to be ours', { origin: 'https://evil.example.com', 'sec-fetch-site': 'same-origin' }],
  ['by Origin', { origin: 'https://evil.example.com' }],
  ['by an opaque Origin', { origin: 'null' }],
  ['by our name on another port', { origin: `${ORIGIN}:8443` }],
])('what another site sends is refused: %s', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(refusalOf(method, headers, ORIGIN, '/sessia/bg/find')).toBe('otherSite');
});

const LINK = `/callsapp/en/confirm/${'aZ3-_'.repeat(9).slice(0, 43)}`;

test('the form of a mailed link passes from a browser that says nothing of itself, and from no other address', () => {
  const silent = { origin: 'null', 'content-length': '1' };
  for (const path of [LINK, `${LINK}?problem=expired`]) expect(refusalOf('POST', silent, ORIGIN, path)).toBeNull();
  for (const path of [
    '/callsapp/en/my-request',
    '/callsapp/en/confirm',
    '/callsapp/en/confirm/short',
    `${LINK}/more`,
    `/desk?x=${LINK}`,
  ]) {
    expect([path, refusalOf('POST', silent, ORIGIN, path)]).toEqual([path, 'otherSite']);
  }
});

test('the secret of a link lets in nothing that the browser itself says is from elsewhere', () => {
  for (const site of ['cross-site', 'same-site'])
    expect(refusalOf('POST', { origin: 'null', 'sec-fetch-site': site }, ORIGIN, LINK)).toBe('otherSite');
  expect(refusalOf('POST', { origin: 'https://evil.example.com' }, ORIGIN, LINK)).toBe('otherSite');
  expect(refusalOf('DELETE', { origin: 'null' }, ORIGIN, LINK)).toBe('otherSite');
});

test('a link from another site may be followed', () => {
  expect(
    refusalOf('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example.com' }, ORIGIN, '/sessia/bg/find'),
  ).toBeNull();
});

test('the limit is exact and a body of unknown length is refused', () => {
  expect(refusalOf('POST', { 'content-length': String(BODY_LIMIT) }, ORIGIN, '/sessia/bg/find')).toBeNull();
  expect(refusalOf('POST', { 'content-length': String(BODY_LIMIT + 1) }, ORIGIN, '/sessia/bg/find')).toBe('tooLarge');
  // Documents come in on one page alone.
  const inquiry = `/asked/${'aZ3-_'.repeat(9).slice(0, 43)}`;
  const sent = (path: string, bytes: number) => refusalOf('POST', { 'content-length': String(bytes) }, ORIGIN, path);
  expect([sent(inquiry, ANSWER_LIMIT), sent(inquiry, ANSWER_LIMIT + 1)]).toEqual([null, 'tooLarge']);
  expect([sent('/asked/short', BODY_LIMIT + 1), sent(`${inquiry}/more`, BODY_LIMIT + 1)]).toEqual([
    'tooLarge',
    'tooLarge',
  ]);
  expect(refusalOf('POST', { 'transfer-encoding': 'chunked' }, ORIGIN, '/sessia/bg/find')).toBe('lengthMissing');
});

test.each([
  ['/callsapp/ru/request/who', 'ru'],
  ['/sessia/bg?x=1', 'bg'],
  ['/sessia/en', 'en'],
  ['/desk/cases', 'en'],
  ['/', 'en'],
  ['', 'en'],
  ['/sessia/xx/form', 'en'],
])('the page for %s speaks %s', (path, locale) => {
  expect(localeOf(path)).toBe(locale);
});

test('each refusal is a whole page in each language that says what to do', () => {
  for (const refusal of [
    'tooLarge',
    'lengthMissing',
    'otherSite',
    'badAddress',
    'badMethod',
    'databaseAway',
  ] as const) {
    const pages = LOCALES.map((locale) => refusalPage(refusal, locale, ORIGIN).html);
    expect(new Set(pages).size).toBe(LOCALES.length);
    for (const html of pages) expect(html).toMatch(/<h1>.+<\/h1><p>.{40,}<\/p>/);
  }
  expect(refusalPage('otherSite', 'en', ORIGIN)).toMatchObject({ status: 403, html: expect.stringContaining(ORIGIN) });
});

test('no path makes a page that holds the path', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const marked = `${path}<script>`;
      expect(refusalPage('tooLarge', localeOf(marked), ORIGIN).html).not.toContain('<script>');
    }),
  );
});

test('each answer has its own nonce, in the policy for scripts and styles, and no policy allows inline code without it', () => {
  const nonces = new Set(Array.from({ length: 200 }, newNonce));
  expect(nonces.size).toBe(200);
  const policy = contentSecurityPolicy('abc');
  expect(policy.match(/'nonce-abc'/g)).toHaveLength(2);
  expect(policy).not.toMatch(/unsafe-/);
});

test('strict transport is asked for only where the address is https', () => {
  expect(securityHeaders(ORIGIN)).toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty('Strict-Transport-Security');
});
