import { randomUUID } from 'node:crypto';
import { dayIn } from '@/tests/support/days';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';
import { DeskPage } from '../pages-desk/desk-page';
import { aCase, aColleague, commands, query } from '../pages-desk/desk-world';

async function aDesk(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<DeskPage> {
  const desk = new DeskPage(await (await browser.newContext(options)).newPage(), await aColleague(['desk']));
  await desk.enter();
  return desk;
}

const clocks = (page: Page): Locator => page.getByRole('region', { name: 'Clock', exact: true });

/** A requester on the page of their request, with the reference of it. */
async function aRequester(browser: Browser): Promise<{ portal: PortalPage; email: string; reference: string }> {
  const portal = new PortalPage(
    await (await browser.newContext({ javaScriptEnabled: false })).newPage(),
    'callsapp',
    'en',
  );
  const email = anAddress();
  await portal.answer({ email, name: 'Nadia Weber', rights: ['copy'] });
  const reference = await portal.send();
  await portal.page.locator('#code').fill((await newestMail(portal.page, email)).code);
  await portal.go(portal.say('sent.confirm.button'));
  return { portal, email, reference };
}

/** That the clock stands still, as one sees it; its folded working says so too. */
const paused = (page: Page): Locator =>
  clocks(page)
    .getByText(/^Paused since/)
    .filter({ visible: true });

test('the desk asks who somebody is: the clock stands still, the requester answers on their page, and it goes on', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { portal, email, reference } = await aRequester(browser);
  const desk = await aDesk(browser);
  const { page } = desk;
  await desk.find(reference);
  await desk.step('Ask for more to show who they are');
  await expect(desk.others().locator('details[open]')).toContainText('GDPR: the clock stands still until they answer');
  await page.getByRole('radio', { name: 'The confirmed address is that of no account' }).check();
  await page.locator('#ask-identity').fill('Which year did you join, and which number did you use then?');
  await page.getByRole('button', { name: 'Ask for this' }).click();
  await expect(page.getByText('Choose at least one thing that would remove the doubt.')).toBeVisible();
  await expect(page.locator('#ask-identity')).toHaveValue(/Which year/);
  await page.getByRole('checkbox', { name: /^Two or three details/ }).check();
  await page.getByRole('button', { name: 'Ask for this' }).click();
  await desk.next('Wait: the requester answers our question');
  await expect(paused(page)).toBeVisible();
  await expect(page.locator('#story ~ ol').getByText('Which year did you join')).toBeVisible();

  const mail = await newestMail(portal.page, email);
  expect(mail.text).toContain('We have a question');
  expect(mail.text).not.toContain('Which year');
  await portal.open('/my-request');
  await expect(portal.heading()).toContainText(portal.say('status.now.asked.title'));
  await expect(portal.page.locator('[aria-labelledby^="question-"]')).toContainText('Which year did you join');
  await expect(portal.page.locator('[aria-labelledby^="question-"]')).toContainText(
    portal.say('status.question.waits'),
  );
  await portal.page.getByRole('link', { name: portal.say('status.question.button') }).click();
  await expect(portal.heading()).toHaveText(portal.say('write.answer.title'));
  await portal.page.locator('#body').fill('In 2019, with the number that ends in 17.');
  await portal.go(portal.say('write.button'));
  await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));
  await expect(portal.page.locator('[aria-labelledby^="question-"]')).toHaveCount(0);

  await page.reload();
  await desk.next('Confirm who the requester is');
  await expect(paused(page)).toHaveCount(0);
  await expect(page.getByText('Our question who they are was answered on their page')).toBeVisible();
});

test('an answer by letter is recorded on its day, never before the question or in the future', async ({ browser }) => {
  const { caseId, reference } = await aCase();
  const desk = await aDesk(browser);
  const { page } = desk;
  await commands(caseId, desk.person.staffId, {
    type: 'QuestionIdentity',
    doubt: 'detailsDiffer',
    means: ['callBack'],
    messageId: randomUUID(),
    body: 'When may we call?',
    lateBecause: null,
  });
  await desk.find(reference);
  const day = (ahead: number) => dayIn('Europe/Luxembourg', ahead);
  for (const [ahead, refused] of [
    [2, true],
    [-3, true],
    [0, false],
  ] as const) {
    await page.reload();
    await page.getByText('Record an answer that came another way').click();
    await page.getByRole('radio', { name: 'by letter' }).check();
    await page.getByLabel('On what day?').fill(day(ahead));
    await page.getByRole('button', { name: 'Record the answer' }).click();
    if (refused) await expect(page.getByText('That is before we asked, or in the future.')).toBeVisible();
  }
  await desk.next('Confirm who the requester is');
});

test('more time counts once its notice has left, without JavaScript: the new day stands on the desk and on the requester’s page', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { portal, email, reference } = await aRequester(browser);
  const desk = await aDesk(browser, { javaScriptEnabled: false });
  const { page } = desk;
  await page.goto('/desk');
  const [row] = await query<{ id: string }>('select "id" from "Case" where "reference" = $1', [reference]);
  await page.goto(`/desk/cases/${row?.id}`);
  await desk.step('Take more time');
  const then = await desk.others().locator('td b').innerText();
  await page.getByRole('checkbox', { name: /^The request is complex/ }).check();
  await page.locator('#extend').fill('Your letters lie in four archives.');
  await page.getByRole('button', { name: 'Take more time and send the notice' }).click();
  await expect(async () => {
    await page.reload();
    await expect(clocks(page).getByText('More time was taken')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(clocks(page)).toContainText(then);
  await clocks(page).locator('summary').first().click();
  await expect(
    clocks(page)
      .getByText(/^More time: the notice with reasons went out on/)
      .first(),
  ).toBeVisible();
  await expect(desk.others().locator('summary', { hasText: 'Take more time' })).toHaveCount(0);

  expect((await newestMail(portal.page, email)).text).toContain('We need more time');
  await portal.open('/my-request');
  await expect(portal.page.locator('[aria-labelledby="clock"]')).toContainText(portal.say('status.moreTime.title'));
  await expect(portal.page.locator('[aria-labelledby="clock"]')).toContainText('Your request is complex.');
  await expect(portal.main()).toContainText('Your letters lie in four archives.');
});

test('a right that ends a use at once comes first, and is granted only after the use has stopped', async ({
  browser,
}) => {
  const { reference } = await aCase({ rights: ['GDPR:objection_marketing'] });
  const desk = await aDesk(browser);
  await desk.find(reference);
  await desk.next('Stop the use now');
  await expect(desk.page.getByText('Use not stopped yet')).toBeVisible();
  await expect(
    desk.page.getByText('Written and read back in: Accounts, Business partners, and Advertising'),
  ).toBeVisible();
  await desk.page.getByRole('button', { name: 'Stop it in the systems now: Stop advertising' }).click();
  // The systems confirm it by themselves, and only that ends the use.
  await expect(async () => {
    await desk.find(reference);
    await desk.next('Confirm who the requester is');
  }).toPass({ timeout: 60_000 });
  await expect(desk.page.getByText(/^Use stopped since/)).toBeVisible();
});

test('in Bulgaria no identity document can be asked for, and everything on the page can be reached by everyone', async ({
  browser,
}) => {
  const { reference } = await aCase({ controllerId: 'sessia' });
  const desk = await aDesk(browser);
  const { page } = desk;
  await desk.find(reference);
  await page
    .locator('main details')
    .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));
  await expect(page.getByRole('checkbox', { name: /^An identity document/ })).toBeDisabled();
  await expect(page.getByText('Not allowed here: Art. 25g ZZLD (Bulgaria).')).toBeVisible();
  await expectAccessible(page);
});

test('a mail that was given up is told another way, and counts from then', async ({ browser }) => {
  const { caseId, reference } = await aCase();
  const noticeOf = () =>
    query<{ id: string; state: string }>(
      'select "id", "state" from "Notice" where "caseId" = $1 and "kind" = \'acknowledgement\'',
      [caseId],
    );
  await expect.poll(async () => (await noticeOf())[0]?.state).toBe('sent');
  await query('update "Notice" set "state" = \'failed\', "sentAt" = null where "id" = $1', [(await noticeOf())[0]?.id]);
  const desk = await aDesk(browser);
  await desk.find(reference);
  await desk.next('A mail did not arrive, or may not have: tell the requester another way');
  await desk.page.getByRole('radio', { name: 'by telephone' }).check();
  await desk.page.getByRole('button', { name: 'They have been told' }).click();
  await desk.next('Confirm who the requester is');
  await expect(desk.page.getByText('Told by telephone what the mail was to say')).toBeVisible();
});
