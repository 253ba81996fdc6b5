import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { DeskPage } from '../pages-desk/desk-page';
import { aCase, aColleague, query } from '../pages-desk/desk-world';

/** The review of a case in which something was found, with the collection open that leaves something to decide. */
async function aReview(page: Page): Promise<{ desk: DeskPage; caseId: string }> {
  const { caseId, reference } = await aCase({
    controllerId: 'sessia',
    name: 'Георги Петров',
    email: 'georgi.petrov@example.bg',
  });
  const desk = new DeskPage(page, await aColleague(['desk']));
  await desk.enter();
  await desk.find(reference);
  await desk.acceptIdentity();
  await desk.collect();
  await page.getByRole('link', { name: 'Open review' }).click();
  await collections(page).first().waitFor();
  for (const href of await collections(page).evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )) {
    await page.goto(href);
    await page.locator('[data-field]').first().waitFor();
    if ((await page.locator('[data-decide]').count()) > 0) return { desk, caseId };
  }
  throw new Error('The demo has values to decide');
}

const collections = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Systems and collections' }).getByRole('link');

const said = (page: Page): Locator => page.getByRole('complementary').getByRole('status').first();

/** What stands in an element, marks for readers included, as one line. */
const contents = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());

test('a value is heard as it is seen: with its marks, and without what is hidden; focus and words follow each step', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { caseId } = await aReview(page);

  await page.locator('body').press('n');
  const chosen = page.locator('[data-field][aria-pressed="true"]');
  await expect(chosen).toBeFocused();
  await expect(chosen).toHaveAccessibleName(/^Choose .+: .*may be about .+: to decide$/);
  await expect(said(page)).toHaveText(/^Record \d+, .+, to decide$/);
  const text = await page.getByLabel('Mark a part of it to hide only that').inputValue();
  const field = await chosen.getAttribute('data-field');
  const no = await chosen.locator('xpath=ancestor::*[@data-record]').getAttribute('data-record');

  await page.keyboard.press('h');
  await page.keyboard.type('It is about somebody else.');
  await page.locator('#hide').getByRole('button', { name: /^Hide/ }).click();
  const value = page.locator(`[data-record="${no}"] [data-field="${field}"]`);
  await expect(value).toBeFocused();
  await expect(said(page)).toHaveText(/^Hidden/);
  expect(await contents(value)).not.toContain(text);
  await expect(value).not.toHaveAccessibleName(new RegExp(text.slice(0, 40).replace(/[^\p{L}\p{N} ]/gu, '.')));
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Show again/ }).click();
  await expect(page.getByRole('heading', { name: 'Ledger' })).toBeFocused();
  await expect(value).toHaveAccessibleName(/to decide$/);

  await page.locator('#find').fill(text.slice(0, 12).toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /records? ha(s|ve) it/ })).toBeVisible();
  const events = await query<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE kind = 'RecordsSearched' AND "caseId" = $1`,
    [caseId],
  );
  expect(events).toHaveLength(1);
  expect(events[0]?.body).not.toContain(text.slice(0, 12));
});

test('while a search runs it says so, and an older answer does not stand under the new question', async ({ page }) => {
  test.setTimeout(240_000);
  await aReview(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const search = page.locator('#find');
  await search.fill('zzz-not-there');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No record has it')).toBeVisible();
  await page.route('**/records', async (route) => {
    await held;
    await route.continue();
  });
  await search.fill('qqq-not-there');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Searching …')).toBeVisible();
  await expect(page.getByText('No record has it')).toHaveCount(0);
  release();
  await expect(page.getByText('No record has it')).toBeVisible();
});
