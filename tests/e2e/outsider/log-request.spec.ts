import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { dayIn } from '@/tests/support/days';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aColleague, type Colleague, query, signIn } from '../pages-desk/desk-world';
import { anAddress, newestMail } from '../pages/portal-page';

const PATH = '/desk/new?controllerId=callsapp&residence=LU';
async function contextOf(browser: Browser, person: Colleague | null, scripts = true): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  if (person) await signIn(context, person);
  return context;
}

const daysAgo = (days: number): string => dayIn('Europe/Luxembourg', -days);

test('logRequestAction enters nothing for others, and the page is there for the staff of the controller alone', async ({
  browser,
}) => {
  const insider = await aColleague(['desk'], ['callsapp']);
  const context = await contextOf(browser, insider, false);
  const page = await context.newPage();
  await page.goto(PATH);
  const fields = await page
    .locator('main form')
    .last()
    .evaluate((form: HTMLFormElement) =>
      Object.fromEntries(
        [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
    );
  const filled = {
    ...fields,
    // Other tests enter none that came by letter at the same time.
    channel: 'letter',
    receivedOn: daysAgo(1),
    forWhom: 'self',
    name: 'Nadia Weber',
    email: anAddress(),
    rights: 'noMarketing',
  };
  const number = async () =>
    (await query<{ n: string }>('select count(*) as n from "RightsRequest" where "channel" = \'letter\''))[0]?.n;
  const before = await number();
  const outsiders: (Colleague | null)[] = [null, await aColleague(['dpo']), await aColleague(['desk'], ['sessia'])];
  for (const outsider of outsiders) {
    const { request } = await contextOf(browser, outsider);
    const shown = await request.get(PATH, { maxRedirects: 0 });
    expect([outsider?.name, [307, 404].includes(shown.status())]).toEqual([outsider?.name, true]);
    const answer = await request.post(PATH, { multipart: filled, maxRedirects: 0 });
    expect([outsider?.name, [303, 307, 404].includes(answer.status())]).toEqual([outsider?.name, true]);
  }
  expect(await number()).toBe(before);
  // The same form is good in the right hands: the test would not notice otherwise that it had gone stale.
  const entered = await context.request.post(PATH, { multipart: filled, maxRedirects: 0 });
  expect(entered.status()).toBe(303);
  expect(await number()).not.toBe(before);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test('a request by telephone is entered with the day on which it came, and its person is written to', async ({
      browser,
    }) => {
      const context = await contextOf(browser, await aColleague(['desk'], ['callsapp', 'sessia']), javaScriptEnabled);
      const page = await context.newPage();
      await page.goto('/desk');
      await page.getByRole('link', { name: 'Enter a request' }).click();
      const form = page.getByRole('form', { name: 'CallsApp' });
      await form.getByRole('combobox').selectOption('LU');
      await form.getByRole('button').click();
      await page.getByLabel('by telephone').check();
      await page.getByLabel('On which day it came').fill(daysAgo(-3));
      await page.getByLabel('themselves').check();
      await page.getByLabel('Name of whoever asks').fill('Nadia Weber');
      const email = anAddress();
      await page.getByLabel('Their e-mail address').fill(email);
      await page.getByLabel(/^Get a copy of your data/).check();
      await page.getByLabel('What they said, in their words').fill('All of it, please');
      await page.getByRole('button', { name: 'Enter the request' }).click();
      await expect(page.getByRole('alert').first()).toContainText('within the last year and not in the future');
      await expect(page.getByLabel('Name of whoever asks')).toHaveValue('Nadia Weber');
      await expect(page.getByLabel(/^Get a copy of your data/)).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('On which day it came').fill(daysAgo(5));
      await page.getByRole('button', { name: 'Enter the request' }).click();
      await expect(page.getByRole('region', { name: 'Who' })).toContainText('Nadia Weber');
      await expect(page.getByRole('main')).toContainText('by telephone');
      const caseId = page.url().split('/').pop() ?? '';
      const [row] = await query<{ on: string; channel: string }>(
        'select to_char(r."receivedAt" at time zone \'Europe/Luxembourg\', \'YYYY-MM-DD\') as on, r."channel" from "Case" c join "RightsRequest" r on r."id" = c."requestId" where c."id" = $1',
        [caseId],
      );
      expect(row).toEqual({ on: daysAgo(5), channel: 'phone' });
      expect((await newestMail(page, email)).code).toMatch(/^\d{6}$/);
    });

    test('what a Californian can ask of Sessia by its form alone is not entered: the page says what lacks, and names the form', async ({
      browser,
    }) => {
      const context = await contextOf(browser, await aColleague(['desk'], ['sessia']), javaScriptEnabled);
      const page = await context.newPage();
      await page.goto('/desk/new?controllerId=sessia&residence=US-CA');
      await expect(page.getByRole('main')).toContainText('Your California Privacy Rights');
      await expect(page.getByRole('main')).toContainText('fails by telephone');
      await expect(page.locator('a[href$="/sessia/en/request/for-whom"]')).toHaveCount(1);
      await expect(page.locator('input[value="receivers"]')).toHaveCount(0);
    });
  });
}
