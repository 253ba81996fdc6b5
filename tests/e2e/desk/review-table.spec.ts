import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, commands, signIn } from '../pages-desk/desk-world';

/** The bills of somebody in California, whose account number the law never lets be sent. */
async function theirBilling(page: Page): Promise<void> {
  const [person, { caseId }] = [await aColleague(['desk']), await aCase({ rights: ['CCPA:know_specific'] })];
  await signIn(page.context(), person);
  await commands(caseId, person.staffId, { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' });
  await page.goto(`/desk/cases/${caseId}`);
  await page.getByRole('button', { name: 'Start collection' }).click();
  await page.getByRole('link', { name: 'Open review' }).click({ timeout: 120_000 });
}

const open = (page: Page, collection: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Systems and collections' })
    .getByRole('link', { name: new RegExp(`^${collection}`) })
    .click();

const hide = async (page: Page): Promise<void> => {
  await page.getByLabel('Facts in this case').fill('It is about somebody else.');
  await page.locator('#hide').getByRole('button', { name: /^Hide/ }).click();
};

test('flat records are a table: walked by keys, hidden by value, row and column, and readable on a telephone', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await theirBilling(page);
  await open(page, 'Payments');
  const table = page.getByRole('table', { name: 'Records of Payments' });
  await expect(table.getByRole('columnheader', { name: 'Amount' })).toBeVisible();
  const at = (record: number, field: string) => page.locator(`[data-record="${record}"] [data-field="${field}"]`);
  await at(0, 'product').focus();
  await page.keyboard.press('ArrowRight');
  await expect(at(0, 'amount')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(at(1, 'amount')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(at(0, 'product')).toBeFocused();
  await expectAccessible(page);

  const amounts = await table.locator('[data-field="amount"]').count();
  await table.getByRole('button', { name: 'Hide the column Amount' }).click();
  await expect(page.getByRole('heading', { name: 'Chosen: every Amount' })).toBeVisible();
  await hide(page);
  await expect(page.getByText(`${amounts} hidden`)).toBeVisible();
  await expect(table.locator('[data-field="amount"]').filter({ hasText: 'hidden' })).toHaveCount(amounts);
  await table.getByRole('button', { name: 'Hide record 1', exact: true }).click();
  await hide(page);
  await expect(table.getByText(/^Record hidden/)).toBeVisible();
  await page.getByRole('button', { name: /will see it/ }).click();
  await expect(table.locator('[data-seen]').first()).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 360, height: 780 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const region = page.getByRole('region', { name: 'Records of Payments' });
  const number = region.getByRole('rowheader').nth(1);
  const before = (await number.boundingBox())!.x;
  await region.evaluate((element) => element.scrollTo(400, 0));
  expect((await number.boundingBox())!.x).toBe(before);
});

test('what the law never lets be sent is a statement in the review, with nothing to decide about it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await theirBilling(page);
  await open(page, 'Billing details');
  const value = page.locator('[data-field="refund_account"]').first();
  await expect(value).toHaveText(/We hold the number of your account or payment card\..*11 CCR 7024\(d\)/);
  await value.click();
  await expect(page.getByText(/the law does not leave it to anybody/)).toBeVisible();
  await expect(page.locator('#hide')).toHaveCount(0);
  await expect(page.getByText(/LU00 0010/)).toHaveCount(0);
  await page.getByRole('button', { name: /will see it/ }).click();
  await expect(page.locator('[data-seen]').filter({ hasText: 'We hold the number of your account' })).toBeVisible();
  await expectAccessible(page);
});
