import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aColleague, query, signIn } from '../pages-desk/desk-world';

const figure = async (page: Page, label: string): Promise<number> =>
  Number(await page.locator('[data-figures] li', { hasText: label }).locator('b').innerText());
const rule = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const today = (): string => new Date().toISOString().slice(0, 10);

/** Somebody no other test knows: the same word of the same counsel is recorded once. */
const aCounsel = (): string => `Dr Ada ${randomUUID().slice(0, 8)}`;

// Two rules that no other test confirms, of a law that few rules are of.
const PAIR = ['STL-once', 'STL-small'] as const;

/** Other tests confirm rules of their own meanwhile, so figure and list are compared as one page shows them. */
async function expectConfirmed(page: Page, confirmed: readonly string[]): Promise<void> {
  await page.goto('/dpo/law?counsel=confirmed');
  for (const id of confirmed) await expect(rule(page, id)).toHaveCount(1);
  expect((await figure(page, 'Not confirmed by counsel')) + (await page.locator('[data-rule]').count())).toBe(
    await figure(page, 'Rules'),
  );
}

test('the DPO finds a rule, narrows the list, records counsel’s word on two rules and withdraws one', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await (await browser.newContext()).newPage();
  await signIn(page.context(), await aColleague(['dpo']));
  await page.goto('/dpo');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Law' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Law' })).toBeVisible();
  await expect(page.getByText('It is not legal advice')).toBeVisible();
  expect(await figure(page, 'Rules')).toBe(await page.locator('[data-rule]').count());
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Search citation and text' }).fill('shine 1798.83');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=shine/);
  await page.getByText('Filter', { exact: true }).click();
  await page.getByLabel('What', { exact: true }).selectOption('Grounds of refusal');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/kind=ground/);
  await expect(page).toHaveURL(/q=shine/);
  await page.getByRole('link', { name: 'Remove filter Words shine 1798.83' }).click();
  await expect(page).toHaveURL(/\/dpo\/law\?kind=ground$/);
  await page.goto('/dpo/law?regime=CA_SHINE_THE_LIGHT#rules');

  const counsel = aCounsel();
  await rule(page, PAIR[0]).getByText('What it says in full').click();
  await expect(rule(page, PAIR[0]).getByText('Must be on file')).toBeVisible();
  for (const id of PAIR) await rule(page, id).getByRole('checkbox').check();
  await page.getByText('Record counsel’s confirmation').click();
  await expectAccessible(page);
  await page.getByLabel('Name of counsel').fill(counsel);
  await page.getByLabel('Confirmed on', { exact: true }).fill(today());
  await page.getByLabel('Note').fill('Read with the Civil Code open.');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('Recorded for 2 rules.')).toBeVisible();
  await expect(page).toHaveURL(/regime=CA_SHINE_THE_LIGHT/);
  expect(page.url()).not.toContain('Ada');
  for (const id of PAIR) await expect(rule(page, id).getByText('Confirmed by counsel', { exact: true })).toBeVisible();
  await expect(rule(page, PAIR[0]).getByText(counsel)).toBeVisible();
  await expectAccessible(page);

  await expectConfirmed(page, PAIR);
  await rule(page, PAIR[1])
    .getByRole('button', { name: `Withdraw what ${counsel} confirmed` })
    .click();
  await expect(rule(page, PAIR[1]).getByText(counsel)).toHaveCount(0);
  await expectConfirmed(page, [PAIR[0]]);
});

test('everything works without JavaScript, and a form that is not taken keeps what was ticked and typed', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page.context(), await aColleague(['dpo']));
  await page.goto('/dpo/law?regime=CH_FADP&kind=clock');
  await page.getByRole('link', { name: /^Tick all/ }).click();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.getByText('Record counsel’s confirmation').click();
  await page.getByLabel('Name of counsel').fill(' ');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Write the name of counsel');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  const counsel = aCounsel();
  await page.getByLabel('Name of counsel').fill(counsel);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  const recorded = page.getByText(/^Recorded for (one rule|\d+ rules)\.$/);
  await expect(recorded).toBeVisible();
  const rules = Number(/\d+/.exec(await recorded.innerText())?.[0] ?? 1);
  await expect(page.getByText(counsel)).toHaveCount(rules);
});

test('a rule confirmed in other words says so and is counted', async ({ page }) => {
  const [dpo, counsel] = [await aColleague(['dpo']), aCounsel()];
  await query(
    'insert into "RuleConfirmation" ("id", "ruleId", "fingerprint", "counsel", "confirmedOn", "note", "byId") values (gen_random_uuid(), \'FADP-26\', $1, $2, \'2026-01-05\', \'\', $3)',
    ['ab'.repeat(32), counsel, dpo.staffId],
  );
  await signIn(page.context(), dpo);
  await page.goto('/dpo/law');
  await page
    .locator('[data-figures]')
    .getByRole('link', { name: /Confirmed in an earlier wording/ })
    .click();
  await page.waitForURL(/counsel=earlierWording/);
  await expect(rule(page, 'FADP-26').getByText(`${counsel}, 5 January 2026`)).toBeVisible();
  await expect(rule(page, 'FADP-26').getByText('in an earlier wording', { exact: false }).first()).toBeVisible();
});

test('what changed leads to its rule, a day leads to what held then, and the file has every rule', async ({ page }) => {
  await signIn(page.context(), await aColleague(['dpo']));
  await page.goto('/dpo/law');
  const news = page.getByRole('region', { name: /^What changed in version/ });
  // Many rules that changed for one reason are folded away under it.
  const fold = news.locator('summary').first();
  if (await fold.isVisible()) await fold.click();
  const changed = news.getByRole('link').first();
  const id = await changed.innerText();
  await changed.click();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(rule(page, id)).toBeInViewport();
  await page.goto('/dpo/law?regime=CA_DELETE_ACT&on=2026-12-31');
  await expect(rule(page, 'DROP-86-45')).toBeVisible();
  await expect(rule(page, 'DROP-86-30')).toHaveCount(0);
  await page.goto('/dpo/law?regime=CA_DELETE_ACT&on=nonsense');
  await expect(
    rule(page, 'DROP-86-30').getByText(/(Not yet in force: from|In force since) 1\sJanuary 2027/),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as JSON' }).click();
  const { rules } = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { rules: { id: string }[] };
  expect(rules).toHaveLength(await figure(page, 'Rules'));
});
