import { expect } from '@playwright/test';
import { LOCALES } from '@/lib/domain/locale';
import { test } from '../browser-test';
import { say } from '../pages/portal-page';

test('pages without a portal bring no script that a page of a portal does not', async ({ page }) => {
  const scriptsOf = async (path: string) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => new URL(src).pathname).sort(),
    );
  };
  const start = await scriptsOf('/callsapp/en');
  expect(start.length).toBeGreaterThan(0);
  for (const path of ['/', '/mailbox'])
    expect([path, (await scriptsOf(path)).filter((url) => !start.includes(url))]).toEqual([path, []]);
});

test('no page of a requester brings the words of other pages and languages along in its scripts', async ({ page }) => {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  for (const path of [
    '/',
    '/callsapp/en',
    '/callsapp/en/nowhere',
    '/callsapp/en/request/for-whom',
    '/callsapp/en/find',
  ])
    await page.goto(path, { waitUntil: 'networkidle' });
  expect(scripts.size).toBeGreaterThan(0);
  for (const url of scripts) {
    const code = await (await page.request.get(url)).text();
    for (const key of ['broken.title', 'withdraw.title', 'sent.confirm.title'])
      for (const locale of LOCALES) expect(code).not.toContain(say(locale, key));
  }
});
