import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { freePort } from '@/lib/platform/ports';
import { otherBuild, serveBuild, THIS_BUILD } from '@/tests/support/other-build';
import { test } from '../browser-test';
import { aCase, aColleague, signIn } from '../pages-desk/desk-world';
import { PortalPage } from '../pages/portal-page';

const WORDS = 'първи ред, ü and "quotes"\nвтори ред';

/** To the question of what is asked for, with something written and not sent. */
async function writeRequest(page: Page): Promise<void> {
  const here = new PortalPage(page, 'callsapp', 'bg');
  await here.open('/request/for-whom');
  await here.choose('self');
  await here.next();
  await here.choose('own');
  await here.next();
  await here.choose('copy');
  await page.locator('#details').fill(WORDS);
}

async function sendRequest(page: Page): Promise<void> {
  const here = new PortalPage(page, 'callsapp', 'bg');
  await here.next();
  await expect(page.getByRole('alert')).toContainText('Тази страница беше обновена');
  await expect(page.locator('#details')).toHaveValue(WORDS);
  await expect(page.locator('input[value="copy"]')).toBeChecked();
  await here.next();
  await here.expectQuestion('who');
}

const findPage = (page: Page) => new PortalPage(page, 'callsapp', 'bg').open('/find');

/** Where one writes to the requester, or a note for the desk. */
const compose = (page: Page) => page.locator('form:has([name=audience])');

test('whoever has a page open while the portal is updated gets it again with what they typed, and can send it', async ({
  browser,
}) => {
  // A whole build, and two starts.
  test.setTimeout(600_000);
  const [port, folder] = [await freePort(), await otherBuild()];
  const baseURL = `http://localhost:${port}`;
  const [person, { caseId }] = [await aColleague(['desk']), await aCase()];
  const before = await serveBuild(THIS_BUILD, port);
  const open = async (javaScriptEnabled: boolean) =>
    (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
  const [plain, scripted, found, desk] = [await open(false), await open(true), await open(true), await open(true)];
  await writeRequest(plain);
  await writeRequest(scripted);
  await findPage(found);
  await found.locator('form input[type=email], form input[name=email]').first().fill('nadia.weber@example.lu');
  await signIn(desk.context(), person);
  await desk.goto(`/desk/cases/${caseId}`);
  const [decision, note] = [await desk.context().newPage(), desk];
  await decision.goto(`/desk/cases/${caseId}`);
  await decision.locator('details:has(textarea[name=unaskedBecause]) > summary').first().click();
  await decision.locator('textarea[name=unaskedBecause]').fill(WORDS);
  await compose(note).locator('textarea').fill(WORDS);
  await before.stop();

  const after = await serveBuild(folder, port);
  try {
    await sendRequest(plain);
    await sendRequest(scripted);
    await found.getByRole('main').getByRole('button').last().click();
    await expect(found.locator('[role=alert]').filter({ hasText: 'Тази страница беше обновена' })).toBeVisible();
    await expect(found.locator('form input[name=email]')).toHaveValue('nadia.weber@example.lu');

    await compose(note).locator('button').click();
    await expect(note.getByRole('alert').filter({ hasText: 'This page was renewed' })).toBeVisible();
    await expect(compose(note).locator('textarea')).toHaveValue(WORDS);
    await compose(note).locator('button').click();
    await expect(note.locator('#story ~ ol').getByText('първи ред').first()).toBeVisible();

    await decision
      .locator('form:has(textarea[name=unaskedBecause]) textarea[name=facts]')
      .fill('Two people share the address.');
    await decision.locator('form:has(textarea[name=unaskedBecause]) input[name=grounds]').first().check();
    await decision.getByRole('button', { name: 'Propose: identity not shown' }).click();
    await expect(decision.getByRole('alert').filter({ hasText: 'This page was renewed' })).toBeVisible();
    await expect(decision.locator('textarea[name=unaskedBecause]')).toHaveValue(WORDS);
  } finally {
    await after.stop();
    rmSync(folder, { recursive: true });
  }
});
