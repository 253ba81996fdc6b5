import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import { instanceFacts } from '@/tests/support/instance-facts';
import { letter } from '@/tests/support/mails';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { aCase, aColleague, type Colleague, query, signIn } from '../pages-desk/desk-world';
import { anAddress, newestMail } from '../pages/portal-page';

const TOKEN = instanceFacts().env.MAIL_INTAKE_TOKEN ?? '';

const handIn = (request: APIRequestContext, mail: Buffer, headers: Record<string, string> = {}, to = 'callsapp') =>
  request.post(`/api/mail/${to}`, {
    data: mail,
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${TOKEN}`, ...headers },
  });

/** A mail that waits for the desk of CallsApp. */
async function aMail(
  request: APIRequestContext,
  text: string,
  from = anAddress(),
): Promise<{ id: string; from: string }> {
  const answer = await handIn(
    request,
    letter({ text, subject: 'My data', from: `Anna Weber <${from}>`, id: `${randomUUID()}@example.org` }),
  );
  expect(answer.status()).toBe(201);
  return { id: ((await answer.json()) as { mailId: string }).mailId, from };
}

const stateOf = async (id: string) =>
  (await query<{ state: string }>('select "state" from "IncomingMail" where "id" = $1', [id]))[0]?.state;

const waiting = async () => Number((await query<{ n: string }>('select count(*) as n from "IncomingMail"'))[0]?.n);

test('/api/mail/[controller] takes nothing without its token, to nobody, too large or by another site', async ({
  request,
}) => {
  const mail = letter({ text: 'A copy of my data' });
  const before = await waiting();
  for (const authorization of ['', 'Bearer', 'Bearer x', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN.slice(0, -1)])
    expect([authorization, (await handIn(request, mail, { authorization })).status()]).toEqual([authorization, 401]);
  expect((await handIn(request, mail, {}, 'nobody')).status()).toBe(404);
  expect((await handIn(request, Buffer.alloc(27 * 1024 * 1024), {})).status()).toBe(413);
  expect((await handIn(request, mail, { origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await handIn(request, Buffer.from(' '))).status()).toBe(422);
  expect((await request.get('/api/mail/callsapp')).status()).toBe(405);
  expect(await waiting()).toBe(before);
});

async function pageOf(browser: Browser, person: Colleague | null, scripts = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  if (person) await signIn(context, person);
  return context.newPage();
}

const fieldsOf = (page: Page, button: string) =>
  page
    .locator('form', { has: page.getByRole('button', { name: button }) })
    .evaluate((form: HTMLFormElement) =>
      Object.fromEntries(
        [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
    );

test('dismissMailAction and noteMailAction settle nothing for others, nor do they see the mail', async ({
  browser,
  request,
}) => {
  const { id } = await aMail(request, 'Please erase everything');
  const { reference } = await aCase();
  const path = `/desk/mails/${id}`;
  const insider = await pageOf(browser, await aColleague(['desk'], ['callsapp']), false);
  await insider.goto(path);
  const dismiss = await fieldsOf(insider, 'Put it away');
  const note = { ...(await fieldsOf(insider, 'Put it there')), reference };
  for (const outsider of [null, await aColleague(['dpo']), await aColleague(['desk'], ['sessia'])]) {
    const page = await pageOf(browser, outsider);
    expect([307, 404]).toContain((await page.request.get(path, { maxRedirects: 0 })).status());
    for (const multipart of [dismiss, note]) {
      const answer = await page.request.post(path, { multipart, maxRedirects: 0 });
      expect([303, 307, 404]).toContain(answer.status());
    }
    expect(await stateOf(id)).toBe('waiting');
  }
  expect((await insider.request.post(path, { multipart: dismiss, maxRedirects: 0 })).status()).toBe(303);
  expect(await stateOf(id)).toBe('dismissed');
});

for (const scripts of [true, false])
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('a mail becomes a request: what was recognised is filled in, and its person is written to', async ({
      browser,
      request,
    }) => {
      const { id, from } = await aMail(
        request,
        'Good day,\n\nplease send me a copy of my data and then delete my account.\n\nMy reference: 2026-K3JX9PTM',
      );
      const page = await pageOf(browser, await aColleague(['desk'], ['callsapp']), scripts);
      await page.goto('/desk');
      await page.getByRole('link', { name: /^Mails to enter/ }).click();
      await page.locator(`a[href="/desk/mails/${id}"]`).click();
      await expect(page.getByRole('main')).toContainText('Seems to ask: Access, Erase');
      await expect(page.getByRole('main')).toContainText('2026-K3JX9PTM');
      if (scripts) await expectAccessible(page);
      await page.getByRole('link', { name: 'Enter it as a request' }).click();
      await page.getByRole('form', { name: 'CallsApp' }).getByRole('button').click();
      await expect(page.getByLabel('by e-mail')).toBeChecked();
      await expect(page.getByLabel('Name of whoever asks')).toHaveValue('Anna Weber');
      await expect(page.getByLabel('Their e-mail address')).toHaveValue(from);
      await expect(page.getByLabel(/^Get a copy of your data/)).toBeChecked();
      await page.getByRole('button', { name: 'Enter the request' }).click();
      await expect(page.getByRole('region', { name: 'Who' })).toContainText('Anna Weber');
      const caseId = page.url().split('/').pop();
      const [row] = await query('select "state", "caseId", "sealedMail" from "IncomingMail" where "id" = $1', [id]);
      expect(row).toEqual({ state: 'entered', caseId, sealedMail: null });
      expect((await newestMail(page, from)).code).toMatch(/^\d{6}$/);
    });

    test('a mail about a case is put there, and a reference that is none is said', async ({ browser, request }) => {
      const { caseId, reference } = await aCase();
      const { id } = await aMail(request, `About ${reference}: thank you.`);
      const page = await pageOf(browser, await aColleague(['desk'], ['callsapp']), scripts);
      await page.goto(`/desk/mails/${id}`);
      const field = page.getByLabel('Reference of the case');
      await expect(field).toHaveValue(reference);
      await field.fill('CA-0000-0000');
      await page.getByRole('button', { name: 'Put it there' }).click();
      await expect(page.getByText('This controller has no case CA-0000-0000.').first()).toBeVisible();
      expect(await stateOf(id)).toBe('waiting');
      await page.getByLabel('Reference of the case').fill(reference);
      await page.getByRole('button', { name: 'Put it there' }).click();
      await page.waitForURL(`**/desk/cases/${caseId}`);
      await expect(page.getByRole('main')).toContainText(`About ${reference}: thank you.`);
    });
  });
