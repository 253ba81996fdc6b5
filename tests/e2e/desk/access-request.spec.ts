import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parseVerifierKey } from '@/lib/domain/audit/signed-note';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { DeskPage } from '../pages-desk/desk-page';
import { aCase, aColleague, signIn, signInByForm } from '../pages-desk/desk-world';

test('the desk takes an access request from the queue to an approved answer, and the DPO sees all of it', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { caseId, reference } = await aCase({ name: 'Nadia Überprüft' });
  const [desk, approver, dpo] = [await aColleague(['desk']), await aColleague(['approver']), await aColleague(['dpo'])];
  const page = await (await browser.newContext()).newPage();

  await signInByForm(page, desk);
  await expectAccessible(page);
  await page.getByRole('searchbox').fill(reference);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/cases/${caseId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nadia Überprüft');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByText(`Given to ${desk.name}`)).toBeVisible();
  await page.getByRole('radio', { name: /Confirmed address of an account/ }).check();
  await page.getByRole('button', { name: 'Confirm identity' }).click();
  await page.getByRole('button', { name: 'Start collection' }).click();
  await expect(page.getByRole('heading', { name: 'Look through the records and decide each right' })).toBeVisible({
    timeout: 120_000,
  });

  await page.getByRole('link', { name: 'Open review' }).click();
  const value = page.locator('[data-field]').filter({ hasText: /\S/ }).first();
  await value.click();
  await expectAccessible(page);
  const hidden = await page.getByLabel('Mark a part of it to hide only that').inputValue();
  await page.getByLabel('Facts in this case').fill('It names somebody who did not agree to it.');
  await page.locator('#hide').getByRole('button', { name: /^Hide/ }).click();
  await expect(page.getByText('1 hidden')).toBeVisible();
  await page.getByRole('button', { name: /will see it/ }).click();
  await expect(page.locator('[data-seen]').first()).not.toHaveText(hidden);
  await page.getByRole('link', { name: 'Go on to the decision' }).click();

  await page.waitForURL(`**/desk/cases/${caseId}/decide`);
  await expectAccessible(page);
  await new DeskPage(page, desk).grant();
  await expect(page.getByText('What you decided yourself somebody else has to approve.')).toBeVisible();

  const second = await (await browser.newContext()).newPage();
  await signIn(second.context(), approver);
  await second.goto(`/desk/cases/${caseId}`);
  await second.getByRole('link', { name: 'Check and approve' }).click();
  await expect(second.getByText('It names somebody who did not agree to it.')).toBeVisible();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Approve and answer' }).click();
  await expect(second.getByRole('heading', { name: 'The answer is there for the requester' })).toBeVisible({
    timeout: 120_000,
  });

  const overseer = await (await browser.newContext()).newPage();
  await signInByForm(overseer, dpo);
  await expectAccessible(overseer);
  await overseer.goto(`/dpo/log?case=${reference}`);
  await expectAccessible(overseer);
  for (const kind of [
    'RequestReceived',
    'IdentityAccepted',
    'CollectionFinished',
    'RecordsRead',
    'ValueRedacted',
    'OutcomeDecided',
    'DecisionApproved',
    'BundleSealed',
  ]) {
    await expect(overseer.getByRole('link', { name: new RegExp(`^${kind},`) }).first()).toBeVisible();
  }
  await overseer.getByText('Export', { exact: true }).click();
  const download = overseer.waitForEvent('download');
  await overseer.getByRole('link', { name: 'With proofs (JSON)' }).click();
  const exported = readFileSync(await (await download).path(), 'utf8');
  const published = parseVerifierKey((JSON.parse(exported) as { verifierKey: string }).verifierKey);
  expect(published.ok && verifyExportedLog(exported, [published.value])).toMatchObject({ ok: true });
  expect(exported).not.toContain('Nadia');
  await overseer.goto(`/dpo/cases/${caseId}`);
  await expectAccessible(overseer);
  await expect(overseer.getByRole('main').getByRole('button')).toHaveCount(0);
});

test('who decided cannot approve; a message goes by what a colleague changed, and what they did is not done twice', async ({
  browser,
}) => {
  const { caseId } = await aCase({ rights: ['GDPR:objection_marketing'] });
  const person = await aColleague(['approver']);
  const context = await browser.newContext();
  const [page, beside] = [await context.newPage(), await context.newPage()];
  await signIn(page.context(), person);
  await page.goto(`/desk/cases/${caseId}`);
  await beside.goto(`/desk/cases/${caseId}`);
  await beside.getByRole('button', { name: 'Assign to me' }).click();
  await expect(beside.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);

  await page.getByRole('textbox', { name: /^Message to/ }).fill('We are looking into it.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#story ~ ol').getByText('We are looking into it.')).toBeVisible();

  await page.getByRole('button', { name: /^Stopped by hand/ }).click();
  await page.getByRole('radio', { name: /Confirmed e-mail address alone/ }).check();
  await beside.reload();
  await beside.getByRole('radio', { name: /Confirmed e-mail address alone/ }).check();
  await beside.getByRole('button', { name: 'Confirm identity' }).click();
  await expect(beside.getByRole('button', { name: 'Confirm identity' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Confirm identity' }).click();
  await expect(page.getByRole('button', { name: 'Confirm identity' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Identity confirmed/)).toHaveCount(1);

  await page.getByRole('link', { name: 'Decide', exact: true }).click();
  await page
    .getByRole('radio', { name: /^Granted/ })
    .first()
    .check();
  const letter = page.getByRole('region', { name: 'The letter as it will be sent' });
  await expect(letter.getByText(/^Dear /)).toBeVisible();
  await expect(letter.getByText(/that the law requires/)).toBeVisible();
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByText('What you decided yourself somebody else has to approve.')).toBeVisible();
  await page.goto(`/desk/cases/${caseId}/approval`);
  await expect(page.getByRole('button', { name: 'Approve and answer' })).toHaveCount(0);
});

test('signs in and confirms an identity without JavaScript, and says one thing to every failure', async ({
  browser,
}) => {
  const { caseId } = await aCase();
  const person = await aColleague(['desk']);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`/desk/cases/${caseId}`);
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?back=.*${caseId}$`));
  await expectSignInRefused(page, person.email);
  await signInByForm(page, person);
  await page.goto(`/desk/cases/${caseId}`);
  await page.getByRole('radio', { name: /Confirmed e-mail address alone/ }).check();
  await page.getByRole('button', { name: 'Confirm identity' }).click();
  await expect(page.getByRole('heading', { name: 'Start the collection' })).toBeVisible();
});

async function expectSignInRefused(page: Page, email: string): Promise<void> {
  const said: string[] = [];
  for (const address of [email, 'nobody@example.com']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(address);
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    said.push(await page.getByRole('alert').first().innerText());
    await expect(page.getByLabel('E-mail address')).toHaveValue(address);
  }
  expect(new Set(said).size).toBe(1);
}

test('the queue is worked by keys, filters are in the address and can be taken away', async ({ page }) => {
  const one = await aCase({ name: 'Keys Eins' });
  const person = await aColleague(['desk']);
  await signIn(page.context(), person);
  await page.goto('/desk?state=verifying&who=nobody');
  await page.getByRole('link', { name: 'Remove filter Who nobody' }).click();
  await expect(page).toHaveURL(/\/desk\?state=verifying$/);
  await page.getByRole('searchbox').fill('Keys Eins');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk(\/cases|\?found=)/);
  expect(page.url()).not.toContain('Eins');
  await page.goto(`/desk?found=${one.caseId}`);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('group', { name: 'Selected cases' })).toBeVisible();
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByRole('row', { name: new RegExp(one.reference) })).toContainText(
    person.name.split(' ').at(-1) ?? '',
  );
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/cases/${one.caseId}`);
});
