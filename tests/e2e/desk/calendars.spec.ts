import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, type MadeCase, query, signIn } from '../pages-desk/desk-world';

/** A case of the controller in Bulgaria with its last day, and the next working day after it, as the list of a year would say. */
async function aDatedCase(): Promise<MadeCase & { dueOn: string }> {
  const made = await aCase({ controllerId: 'sessia', rights: ['GDPR:erasure'] });
  const [row] = await query<{ dueOn: string }>('select "dueOn"::text from "Case" where "id" = $1', [made.caseId]);
  return { ...made, dueOn: row?.dueOn ?? '' };
}

const longDate = (on: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(on))
    .replace(',', '');

const overridesOn = (on: string) =>
  query<{ id: string; withdrawnAt: Date | null }>(
    'select "id", "withdrawnAt" from "HolidayOverride" where "calendar" = \'BG\' and "onDate" = $1::date',
    [on],
  );

/** Saves what is previewed; where cases came in meanwhile, the new preview is what is saved. */
async function save(page: Page, button: RegExp): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: button }).click({ timeout: 2000 });
    await expect(page.getByText('The last days of open cases follow')).toBeVisible({ timeout: 5000 });
  }).toPass();
}

async function fill(page: Page, on: string, reason: string): Promise<void> {
  await page.getByLabel('Date').fill(on);
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Show what it moves' }).click();
}

async function readsWorking(page: Page, { caseId }: MadeCase): Promise<string> {
  await page.goto(`/desk/cases/${caseId}`);
  return page
    .getByRole('region', { name: 'Clock' })
    .locator('ol')
    .first()
    .evaluate((list) => list.textContent ?? '');
}

test('an administrator adds a day off, sees what moves, the case says why, and takes it back', async ({ browser }) => {
  test.setTimeout(240_000);
  const [made, admin, dpo] = [await aDatedCase(), await aColleague(['admin']), await aColleague(['dpo'])];
  const page = await (await browser.newContext()).newPage();
  await signIn(page.context(), admin);
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Calendars' }).click();
  await page.getByRole('link', { name: 'Bulgaria (BG)' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Bulgaria (BG)' })).toBeVisible();
  await expectAccessible(page);

  await fill(page, made.dueOn, 'National day of mourning');
  const moves = page.getByRole('status').filter({ hasText: 'another last day' });
  await expect(moves.getByRole('link', { name: made.reference })).toBeVisible();
  await expect(page.getByText('Requesters read: “National day of mourning”')).toBeVisible();
  expect(await overridesOn(made.dueOn)).toEqual([]);
  await expectAccessible(page);
  await save(page, /^Save the change$/);
  await expect(page.getByText(`${longDate(made.dueOn)} added as a day off`)).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /days? off in \d{4}$/ })
      .getByRole('listitem')
      .filter({ hasText: 'National day of mourning' }),
  ).toContainText('added here');
  await expectAccessible(page);
  expect(await readsWorking(page, made)).toMatch(
    new RegExp(
      `${longDate(made.dueOn)} is a day off that we added to the calendar: “National day of mourning”.*The last day moves`,
      's',
    ),
  );

  const overseer = await (await browser.newContext()).newPage();
  await signIn(overseer.context(), dpo);
  await overseer.goto('/dpo/calendars?place=BG');
  await expect(overseer.getByText(`${longDate(made.dueOn)} added as a day off`)).toBeVisible();
  await expect(overseer.getByRole('main').getByRole('button')).toHaveCount(0);
  await expectAccessible(overseer);
  await overseer.goto('/dpo/log?kind=HolidayOverridden');
  await expect(overseer.getByRole('link', { name: /^HolidayOverridden,/ }).first()).toBeVisible();
  await expect(overseer.getByText('mourning')).toHaveCount(0);

  await page.goto('/desk/calendars?place=BG');
  await page.getByRole('button', { name: `Withdraw ${longDate(made.dueOn)}` }).click();
  await expect(page.getByRole('status').getByRole('link', { name: made.reference })).toBeVisible();
  await save(page, /^Withdraw it now$/);
  await expect(page.getByText(`Withdrawn by ${admin.name}`)).toBeVisible();
  expect(await readsWorking(page, made)).not.toContain('National day of mourning');
});

test('without JavaScript a mistake is named, what was typed stays, and nothing is saved before its preview', async ({
  browser,
}) => {
  const [made, admin] = [await aDatedCase(), await aColleague(['admin'])];
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page.context(), admin);
  const year = Number(made.dueOn.slice(0, 4));
  await page.goto(`/desk/calendars?place=BG&year=${year}`);
  await fill(page, `${year}-12-25`, 'A day that is one already');
  await expect(page.getByRole('alert')).toContainText('That day is a holiday already');
  await expect(page.getByLabel('Reason')).toHaveValue('A day that is one already');
  await fill(page, '2099-06-02', 'Too far away');
  await expect(page.getByRole('alert')).toContainText('Install a newer version');
  await fill(page, made.dueOn, 'x'.repeat(121));
  await expect(page.getByRole('alert')).toContainText('120 characters at most');
  await fill(page, made.dueOn, 'Strike of the post');
  await expect(page.getByRole('link', { name: made.reference })).toBeVisible();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByLabel('Date')).toHaveValue(made.dueOn);
  await expect(page.getByLabel('Reason')).toHaveValue('Strike of the post');
  expect(await overridesOn(made.dueOn)).not.toContainEqual(expect.objectContaining({ withdrawnAt: null }));
});

test('the desk reads the calendars and finds nothing to press', async ({ page }) => {
  await signIn(page.context(), await aColleague(['desk']));
  await page.goto('/desk/calendars');
  await expect(page.getByText('An administrator of all controllers can change a day here.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await page.getByRole('link', { name: '2027', exact: true }).click();
  await expect(page.getByRole('heading', { name: /days off in 2027/ })).toBeVisible();
});
