import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, signIn } from '../pages-desk/desk-world';

const box = (page: Page) => page.getByRole('searchbox');

test('/ leads to the search box; what was searched for stays in it, is said, and is nowhere in the address', async ({
  page,
}) => {
  const name = `Łukasz Strauß${randomUUID().slice(0, 4)}`;
  const { reference } = await aCase({ name });
  await signIn(page.context(), await aColleague(['desk']));
  await page.goto('/desk');
  // Until the page's script has come the key says nothing.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused({ timeout: 500 });
  }).toPass();
  const typed = `lukasz ${name.slice(7).toUpperCase().replace('SS', 'ß')}`;
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `One case for “${typed}”` })).toBeVisible();
  await expect(box(page)).toHaveValue(typed);
  await expect(page.getByRole('row', { name: new RegExp(reference) })).toBeVisible();
  expect(decodeURIComponent(page.url()).toLowerCase()).not.toContain('lukasz');
  await expectAccessible(page);
  await page.reload();
  await expect(box(page)).toHaveValue(typed);
  await page.getByRole('link', { name: /^Remove filter Search/ }).click();
  await expect(box(page)).toHaveValue('');
});

for (const sign of ['%', '_', '-', '?!']) {
  test(`a search for ${sign} finds nothing and says why`, async ({ page }) => {
    await aCase();
    await signIn(page.context(), await aColleague(['desk']));
    await page.goto('/desk');
    await box(page).fill(sign);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `Nothing was searched: “${sign}”` })).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(0);
    await expect(box(page)).toHaveValue(sign);
  });
}

test('on a tablet and a small laptop the next step and who has it are in sight', async ({ page }) => {
  const { reference } = await aCase();
  await signIn(page.context(), await aColleague(['desk']));
  for (const width of [768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/desk');
    const row = page.getByRole('row', { name: new RegExp(reference) });
    for (const seen of [row.getByText('Confirm who it is').filter({ visible: true }), row.getByText('Nobody')]) {
      const at = await seen.boundingBox();
      expect(
        at && at.x >= 0 && at.x + at.width <= width,
        `${await seen.innerText()} at ${width} px: ${JSON.stringify(at)}`,
      ).toBe(true);
    }
  }
});
