import { expect } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, signIn } from '../pages-desk/desk-world';

test('a page that is not for somebody’s role says so without scripts too', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const person = await aColleague(['desk']);
  await signIn(page.context(), person);
  for (const [path, words] of [
    ['/dpo/log', 'need the role DPO'],
    ['/desk/cases/none', 'lead to a case of a company that you do not work for'],
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByText(words)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Back to your start' }).click();
  await page.waitForURL(/\/desk$/);
  await page.context().close();
});

test('a page that is not for somebody’s role says which role it needs, which they have, and leads back', async ({
  browser,
}) => {
  const { caseId } = await aCase();
  for (const [role, path, words, home] of [
    ['desk', '/dpo/log', 'need the role DPO', '/desk'],
    ['dpo', `/desk/cases/${caseId}`, 'needs the role Desk', '/dpo'],
    ['desk', `/desk/cases/${caseId}/approval`, 'needs the role of second person', '/desk'],
    ['desk', '/desk/nowhere', 'The address may be wrong', '/desk'],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    const person = await aColleague([role]);
    await signIn(page.context(), person);
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(`You are signed in as ${person.name}`)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back to your start' }).click();
    await page.waitForURL(new RegExp(`${home}$`));
    await page.context().close();
  }
});
