import { expect, type Response, test } from '@playwright/test';
import { say } from '../pages/portal-page';

test('no page of a requester brings the words of other pages and languages along in its scripts', async ({ page }) => {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  for (const path of [
    '/',
    '/callsapp/en',
    '/callsapp/en/nowhere',
    '/callsapp/en/request/for-whom',
    '/callsapp/en/find',
  ])
    await page.goto(path, { waitUntil: 'networkidle' });
  const code = (await Promise.all(scripts.map((script) => script.text()))).join('\n');
  expect(code).toContain('"use strict"');
  for (const key of ['broken.title', 'withdraw.title', 'sent.confirm.title'])
    for (const locale of ['en', 'bg', 'ru'] as const) expect(code).not.toContain(say(locale, key));
});
