import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, type Colleague, query, signIn } from '../pages-desk/desk-world';

async function contextOf(browser: Browser, person: Colleague | null): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  if (person) await signIn(context, person);
  return context;
}

const PATH = '/dpo/holds';
const state = () => query('select "id", "releasedAt" from "LegalHold" order by "id"');

test('placeHoldAction and releaseHoldAction are for whoever oversees alone, and do nothing when others send their forms', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { caseId } = await aCase();
  const [found] = await query<{ reference: string; controllerId: string }>(
    'select "reference", "controllerId" from "Case" where "id" = $1',
    [caseId],
  );
  const page = await (await contextOf(browser, await aColleague(['dpo']))).newPage();
  await page.goto(PATH);
  const form = page.locator(`form:has(input[name=controllerId][value="${found?.controllerId}"])`);
  await form.getByLabel('Reason').fill('A court asked for it.');
  await form.getByRole('button', { name: 'Hold it' }).click();
  // Nothing typed is lost where something is missing.
  await expect(page.getByRole('alert').getByText('Choose the ground.')).toBeVisible();
  await expect(form.getByLabel('Reason')).toHaveValue('A court asked for it.');
  await form.getByLabel('One person’s data: the reference of their case').fill(found?.reference ?? '');
  await form.getByLabel('Legal claims.').check();
  await form.getByRole('button', { name: 'Hold it' }).click();
  await expect(page.getByRole('link', { name: found?.reference ?? '' })).toBeVisible();
  // Scripts are needed to look for what would be in people's way; the page is the same.
  const looking = await browser.newContext({ storageState: await page.context().storageState() });
  const looked = await looking.newPage();
  await looked.goto(PATH);
  await expectAccessible(looked);
  const place = await form.evaluate((element) =>
    Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])),
  );
  const release = await page
    .locator('form:has(input[name=holdId])')
    .first()
    .evaluate((element) =>
      Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])),
    );
  const before = await state();
  for (const outsider of [
    null,
    await aColleague(['desk']),
    await aColleague(['approver']),
    await aColleague(['admin']),
    await aColleague(['dpo'], ['elsewhere']),
  ]) {
    const { request } = await contextOf(browser, outsider);
    for (const fields of [
      { ...place, reference: found?.reference ?? '', groundId: 'GDPR-17-3-e', reason: 'By me' },
      release,
    ]) {
      const answer = await request.post(PATH, { multipart: fields as Record<string, string>, maxRedirects: 0 });
      expect([outsider?.name, [303, 307, 404].includes(answer.status())]).toEqual([outsider?.name, true]);
    }
  }
  expect(await state()).toEqual(before);
  await page
    .getByRole('button', { name: /^Release/ })
    .first()
    .click();
  await expect(page.getByText(/Released by/)).toBeVisible();
  expect(await state()).not.toEqual(before);
});
