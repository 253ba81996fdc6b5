import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { PortalPage } from '../pages/portal-page';

test('on paper there is nothing to press, and the address behind a link stands beside it', async ({ page }) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  await portal.open();
  const start = portal
    .main()
    .getByRole('link', { name: portal.say('start.now') })
    .first();
  await expect(start).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(start).toBeHidden();
  await expect(page.getByRole('navigation', { name: portal.say('frame.language') })).toBeHidden();
  await portal
    .main()
    .locator('p')
    .first()
    .evaluate((text) => text.insertAdjacentHTML('beforeend', '<a href="https://example.org/law">the law</a>'));
  const after = await page
    .getByRole('link', { name: 'the law' })
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://example.org/law');
});
