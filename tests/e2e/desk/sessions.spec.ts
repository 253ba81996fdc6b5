import { expect } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, codeOf, query, signIn } from '../pages-desk/desk-world';
import { contextOf } from '../pages-desk/forms';

const end = (staffId: string) => query('update "StaffSession" set "endedAt" = now() where "staffId" = $1', [staffId]);

for (const scripts of [true, false]) {
  test(`a note is not lost when the session ended meanwhile, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const [person, { caseId }] = [await aColleague(['desk']), await aCase()];
    const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
    await signIn(page.context(), person);
    await page.goto(`/desk/cases/${caseId}`);
    const area = page.locator('textarea[name=body]').last();
    if (!(await area.isVisible())) await page.locator('details:has(textarea[name=body]) > summary').last().click();
    await area.fill('She called about the second phone.');
    await end(person.staffId);
    // A code serves once: the step of the first sign-in is taken back for the second.
    await query('update "StaffMember" set "totpStep" = 0 where "id" = $1', [person.staffId]);
    await area.locator('xpath=ancestor::form').locator('button').first().click();
    await expect(page.getByText('What you wrote is kept')).toBeVisible();
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.getByLabel('Code', { exact: true }).fill(codeOf(person));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(new RegExp(`/desk/cases/${caseId}\\?kept=`));
    if (!scripts)
      return expect(page.getByLabel('What you wrote (1 of 1)')).toHaveValue('She called about the second phone.');
    await expect(page.getByRole('alert').filter({ hasText: 'is back in its form' })).toBeVisible();
    await expect(page.locator('textarea[name=body]').last()).toHaveValue('She called about the second phone.');
    await expectAccessible(page);
    await page.locator('textarea[name=body]').last().locator('xpath=ancestor::form').locator('button').first().click();
    await page.waitForURL(new RegExp(`/desk/cases/${caseId}$`));
    await expect(page.getByText('is back in its form')).toHaveCount(0);
    await expect(page.locator('#story ~ ol').getByText('She called about the second phone.').first()).toBeVisible();
  });
}

test('asking for the session extends nothing, and signing out by either door ends it for every copy of the cookie', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const person = await aColleague(['desk']);
  const { request } = await contextOf(browser, person);
  const seen = () => query('select "lastSeenAt", "endedAt" from "StaffSession" where "staffId" = $1', [person.staffId]);
  await query('update "StaffSession" set "lastSeenAt" = now() - interval \'30 minutes\' where "staffId" = $1', [
    person.staffId,
  ]);
  const before = await seen();
  expect(await (await request.get('/api/auth/session')).json()).toMatchObject({
    claims: { sessionId: expect.any(String) },
  });
  expect(await seen()).toEqual(before);
  const copy = await browser.newContext({ storageState: await request.storageState() });
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await request.post('/api/auth/signout', { form: { csrfToken }, maxRedirects: 0 });
  expect((await copy.request.get('/desk', { maxRedirects: 0 })).status()).toBe(307);
  expect(await (await copy.request.get('/api/auth/session')).json()).toEqual({});
});

test('next-auth’s own route lets in whom the form lets in, knows the browser again, and has the page say why it did not', async ({
  browser,
}) => {
  const person = await aColleague(['desk']);
  const context = await browser.newContext();
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const post = (password: string) =>
    context.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: person.email, password, totp: codeOf(person) },
      maxRedirects: 0,
    });
  const page = await context.newPage();
  await page.goto((await post('not this')).headers().location ?? '');
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.locator('main').getByRole('alert')).toContainText('did not work');
  expect((await post(person.password)).headers().location).not.toContain('error');
  expect((await context.cookies()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['rightsdesk.session', 'rightsdesk.device']),
  );
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in$/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('rightsdesk.session');
});

test('an administrator gives a new password, which is changed before anything else', async ({ browser }) => {
  test.setTimeout(180_000);
  const [admin, person] = [await aColleague(['admin']), await aColleague(['desk'])];
  const desk = await (await contextOf(browser, admin)).newPage();
  await desk.goto('/desk/staff');
  await expectAccessible(desk);
  const row = desk.getByRole('region', { name: person.name });
  await row.getByRole('button', { name: 'New password' }).click();
  const password = (await row.locator('code').textContent()) ?? '';
  const page = await (await browser.newContext()).newPage();
  await page.goto('/desk');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(password);
  const code = (): string => codeOf(person);
  await page.getByLabel('Code', { exact: true }).fill(code());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/account\/password$/);
  await expectAccessible(page);
  await query('update "StaffMember" set "totpStep" = 0 where "id" = $1', [person.staffId]);
  await page.getByLabel('Password so far').fill(password);
  await page.getByLabel('New password', { exact: true }).fill('a sentence of my own');
  await page.getByLabel('New password once more').fill('a sentence of my own');
  await page.getByLabel('Code', { exact: true }).fill(code());
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.waitForURL(/\/desk$/);
});
