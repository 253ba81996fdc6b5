import { expect, test } from 'vitest';
import { leadsNowhere, NOWHERE } from '@/lib/platform/addresses';

const ROUTES = [
  '/',
  '/desk',
  '/desk/cases/[id]',
  '/api/auth/[...nextauth]',
  '/[controller]',
  '/[controller]/[locale]',
  '/[controller]/[locale]/find',
  '/[controller]/[locale]/request/check',
  '/[controller]/[locale]/request/[question]',
  '/fonts/one.woff2',
];

const isNowhere = leadsNowhere(ROUTES, {
  controller: (id) => id === 'sessia',
  locale: (text) => text === 'bg',
  question: (text) => text === 'who',
});

test.each([
  '/',
  '/desk',
  '/desk/cases/17',
  '/api/auth/callback/x',
  '/sessia',
  '/sessia/',
  '/sessia/bg',
  '/sessia/bg/find',
  '/sessia/bg/request/check',
  '/sessia/bg/request/who',
  '/fonts/one.woff2',
])('%s leads to its page', (path) => {
  expect(isNowhere(path)).toBe(false);
});

test.each([
  '/nobody',
  '/nobody/bg',
  '/sessia/de',
  '/sessia/de/find',
  '/sessia/bg/request/nope',
  '/desk/bg',
  '/fonts/two.woff2',
])('%s only looks like a page’s', (path) => expect(isNowhere(path)).toBe(true));

test.each(['/sessia/bg/nope', '/_next/static/chunks/a.js', '/a/b/c/d', NOWHERE])(
  '%s has no route, and is left to be answered so',
  (path) => expect(isNowhere(path)).toBe(false),
);
