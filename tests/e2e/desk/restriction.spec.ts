import { expect } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { restrictedPlaces } from '../outsider/restricted-places';
import { aColleague, query, signIn } from '../pages-desk/desk-world';

test('a restriction stands in the registry, and its ground is named in its case', async ({ page }, info) => {
  test.setTimeout(240_000);
  const [decider, approver] = [await aColleague(['desk']), await aColleague(['approver'])];
  const { restricted } = await restrictedPlaces(decider, approver);
  const [found] = await query<{ reference: string }>('select "reference" from "Case" where "id" = $1', [restricted]);
  await signIn(page.context(), decider);
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Restrictions' }).click();
  await page.waitForURL('**/desk/restrictions');
  const row = page.getByRole('listitem').filter({ hasText: found?.reference ?? '' });
  await expect(row).toContainText('In force since');
  await expectAccessible(page);
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: info.outputPath(`registry-${width}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await row.getByRole('link').click();
  const panel = page.getByRole('region', { name: 'Restriction' });
  // As the skip link leaves it: what is recorded is shown all the same.
  await page.evaluate(() => (location.hash = 'main'));
  await panel.locator('summary', { hasText: 'Name the case' }).click();
  await panel.getByRole('radio', { name: /needs the data for a legal claim/ }).check();
  await panel.getByRole('button', { name: 'Record' }).click();
  // The page has come anew by then: the same words stand among the choices too.
  await expect(
    panel.getByText('the person needs the data for a legal claim (Art. 18(1)(c))', { exact: true }),
  ).toBeVisible();
});

test('an objection is refused by a weighing that the second person reads in the letter, and the use may pause meanwhile', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const [decider, approver] = [await aColleague(['desk']), await aColleague(['approver'])];
  const { objected } = await restrictedPlaces(decider, approver);
  await signIn(page.context(), decider);
  await page.goto(`/desk/cases/${objected}/decide`);
  await expect(page.getByRole('group', { name: 'Uses that go on' })).toBeHidden();
  await page.getByRole('radio', { name: /^Refused/ }).check();
  await page
    .getByRole('checkbox', { name: /Compelling legitimate grounds/ })
    .last()
    .check();
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('Weigh it in writing')).toBeVisible();
  const uses = page.getByRole('group', { name: 'Uses that go on' });
  await uses.getByRole('checkbox').first().check();
  await page.getByLabel('Our compelling legitimate grounds, or the legal claim').fill('Fraud is found by it.');
  await page.getByLabel('What speaks for this person').fill('They call at night, for work.');
  await page.getByLabel('Why ours override theirs').fill('Only counts are kept.');
  await expect(page.getByText('Why our grounds override your interests, rights and freedoms')).toBeVisible();
  for (const box of await page.locator('input[name=confirmed]:visible').all()) await box.check();
  await expectAccessible(page);
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: info.outputPath(`weighing-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect
    .poll(
      async () =>
        (await query('select 1 from "RightItem" where "caseId" = $1 and "outcome" = \'refused\'', [objected])).length,
    )
    .toBe(1);
  const second = await browser.newPage();
  await signIn(second.context(), approver);
  await second.goto(`/desk/cases/${objected}/approval`);
  await expect(second.getByText('Our compelling legitimate grounds: Fraud is found by it.').first()).toBeVisible();
  await page.goto(`/desk/cases/${objected}/decide`);
  await page.getByRole('button', { name: 'Add a restriction to this case' }).click();
  await page.waitForURL(`**/desk/cases/${objected}`);
  await expect(page.getByRole('region', { name: 'Rights' })).toContainText(/Restrict.*Art. 18 GDPR.*Not decided/);
});
