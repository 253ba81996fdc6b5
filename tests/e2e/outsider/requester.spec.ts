import { expect, type Page } from '@playwright/test';
import { test } from '../browser-test';
import { query } from '../pages-desk/desk-world';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

// Somebody without the cookie of a request, or with one that was made up, gets to the page where one asks for a way in; nothing changes.

/** A requester's browser on the page of their request. */
async function insider(page: Page): Promise<{ portal: PortalPage; email: string }> {
  const portal = new PortalPage(page, 'callsapp', 'en');
  const email = anAddress();
  await portal.answer({ email, name: 'Nadia Weber', rights: ['copy'] });
  await portal.send();
  await page.locator('#code').fill((await newestMail(page, email)).code);
  await portal.go(portal.say('sent.confirm.button'));
  await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));
  return { portal, email };
}

/** Whoever had a session is told that it is over; nobody else is told of one. */
async function expectOutside(portal: PortalPage): Promise<void> {
  await expect(portal.page).toHaveURL(/\/callsapp\/en\/find(\?out=1)?$/);
  await expect(portal.heading()).toHaveText(portal.say('find.title'));
}

// Of nobody.
const STATEMENT = '00000000-0000-4000-8000-000000000000';

test('pages and the routes /[controller]/[locale]/my-request/download, /[controller]/[locale]/my-request/certificate, /[controller]/[locale]/my-request/letter/[letter]/pdf, /[controller]/[locale]/my-request/statement/[statement], /[controller]/[locale]/my-request/file/[file] and /[controller]/[locale]/my-request/receipt are closed without a session', async ({
  page,
}) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  const letter = '/letter/0f8fad5b-d9cb-469f-a165-70867728950e';
  for (const path of [
    '',
    '/open',
    '/write',
    '/withdraw',
    '/email',
    '/download',
    '/certificate',
    `/statement/${STATEMENT}`,
    `/file/${STATEMENT}`,
    '/receipt',
    letter,
    `${letter}/pdf`,
  ]) {
    await portal.open(`/my-request${path}`);
    await expectOutside(portal);
  }
  for (const route of ['download', 'certificate', `statement/${STATEMENT}`, `file/${STATEMENT}`, 'receipt'])
    expect((await page.request.get(`/nobody/en/my-request/${route}`)).status()).toBe(404);
});

// Each form is loaded by the requester, then sent by a browser that has lost its cookie.
const FORMS = [
  { action: 'withdrawAction', path: '/my-request/withdraw', button: 'withdraw.button' },
  { action: 'writeMessageAction', path: '/my-request/write', button: 'write.button' },
  { action: 'changeContactAction', path: '/my-request/email', button: 'contact.button' },
  { action: 'askMoreAction', path: '/my-request', button: 'do.another' },
  { action: 'verifyDeliveryAction', path: '/my-request/open', button: 'open.button' },
  { action: 'sendDeliveryCodeAction', path: '/my-request/open', button: 'code.renew' },
] as const;

test(`${FORMS.map(({ action }) => action).join(', ')} do nothing for an outsider`, async ({ page, context }) => {
  const { portal, email } = await insider(page);
  const cookies = await context.cookies();
  const before = (await newestMail(page, email)).text;
  for (const { path, button } of FORMS) {
    await context.addCookies(cookies);
    await portal.open(path);
    if (path.endsWith('/write')) await page.locator('#body').fill('Not mine');
    if (path.endsWith('/email')) await page.locator('#email').fill(anAddress());
    await context.clearCookies({ name: 'rd_case' });
    await portal
      .main()
      .getByRole('button', { name: portal.say(button), exact: true })
      .click();
    await expectOutside(portal);
  }
  await context.addCookies(cookies);
  await portal.open('/my-request');
  await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));
  await expect(portal.main()).toContainText(portal.say('messages.none'));
  expect((await newestMail(page, email)).text).toBe(before);
});

test('cancelErasureAction stops nothing for an outsider', async ({ page, context }) => {
  const { portal } = await insider(page);
  const reference = (await portal.heading().innerText()).match(/[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0];
  const [found] = await query<{ id: string }>('select "id" from "Case" where "reference" = $1', [reference]);
  const caseId = found?.id ?? '';
  // A right that two people agreed to, and a plan that a second one has agreed to: what the worker would need systems for.
  await query(
    'update "RightItem" set "right" = \'erasure\', "outcome" = \'granted\', "decidedById" = gen_random_uuid(), "decidedAt" = now(), "approvedById" = gen_random_uuid(), "approvedAt" = now() where "caseId" = $1',
    [caseId],
  );
  await query('update "Case" set "state" = \'ready\' where "id" = $1', [caseId]);
  await query(
    'insert into "Erasure" ("id", "caseId", "state", "askedAt", "askedById", "planDigest", "systems", "left", "approvedAt", "approvedById", "coolingOffDays") values (gen_random_uuid(), $1, \'approved\', now(), gen_random_uuid(), $2, \'{}\', \'{}\', now(), gen_random_uuid(), 7)',
    [caseId, 'ab'.repeat(32)],
  );
  const stateNow = async () => (await query('select "state" from "Erasure" where "caseId" = $1', [caseId]))[0];
  const cookies = await context.cookies();
  const stop = () => portal.main().getByRole('button', { name: portal.say('erasure.stop') });
  await portal.open('/my-request');
  await context.clearCookies({ name: 'rd_case' });
  await stop().click();
  await expectOutside(portal);
  expect(await stateNow()).toEqual({ state: 'approved' });
  await context.addCookies(cookies);
  await portal.open('/my-request');
  await stop().click();
  await expect(portal.main()).toContainText(portal.say('erasure.cancelled'));
  expect(await stateNow()).toEqual({ state: 'cancelled' });
});

test('confirmContactAction takes no code of whoever lost the session, though it is the right one', async ({
  page,
  context,
}) => {
  const { portal } = await insider(page);
  const other = anAddress();
  await portal.open('/my-request/email');
  await page.locator('#email').fill(other);
  await portal
    .main()
    .getByRole('button', { name: portal.say('contact.button') })
    .click();
  await expect(page.locator('#code-contactTo')).toBeVisible();
  const cookies = await context.cookies();
  await page.locator('#code-contactTo').fill((await newestMail(page, other)).code);
  await context.clearCookies({ name: 'rd_case' });
  await page.locator('section:has(#code-contactTo)').getByRole('button').click();
  await expectOutside(portal);
  await context.addCookies(cookies);
  await portal.open('/my-request/email');
  await expect(page.locator('#code-contactTo')).toBeVisible();
});

test('a session of one controller opens nothing at another', async ({ page, context }) => {
  await insider(page);
  const [session] = (await context.cookies()).filter(({ name }) => name === 'rd_case');
  if (!session) throw new Error('no session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/callsapp' });
  await context.addCookies([{ ...session, path: '/sessia' }]);
  await page.goto('/sessia/bg/my-request');
  await expect(page).toHaveURL(/\/sessia\/bg\/find\?out=1$/);
});

test('confirmByCodeAction and renewCodeAction serve only the browser that sent the request', async ({
  page,
  context,
}) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  const email = anAddress();
  await portal.answer({ email, name: 'Nadia Weber', rights: ['copy'] });
  await portal.send();
  const { code, text } = await newestMail(page, email);
  for (const button of ['sent.confirm.button', 'code.renew']) {
    const cookies = await context.cookies();
    await portal.open('/request/sent');
    await page.locator('#code').fill(code);
    await context.clearCookies();
    await portal.go(portal.say(button));
    await expectOutside(portal);
    await context.addCookies(cookies);
  }
  expect((await newestMail(page, email)).text).toBe(text);
  await portal.open('/request/sent');
  await expect(portal.main()).toContainText(portal.say('sent.confirm.title'));
});

test('openLinkAction and renewLinkAction tell a made-up link nothing', async ({ page }) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  await portal.open(`/confirm/${'A'.repeat(43)}`);
  await portal.go(portal.say('confirm.button'));
  await expect(portal.errors()).toContainText(portal.say('token.wrong'));
  await portal.go(portal.say('confirm.renew'));
  await expect(portal.heading()).toHaveText(portal.say('find.sent.title'));
});

test('answerAction and submitAction without a draft make none of anybody else’s', async ({ page, context }) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  await portal.answer({ email: anAddress(), name: 'Nadia Weber', rights: ['copy'] });
  await context.clearCookies();
  await portal.go(portal.say('check.send'));
  await portal.expectQuestion('for-whom');
  await portal.choose('self');
  await portal.next();
  await portal.open('/request/who');
  await portal.expectQuestion('residence');
});

test('findAction, askAgainAction and leaveAction change nothing for a stranger', async ({ page, context }) => {
  const { portal } = await insider(page);
  const cookies = await context.cookies();
  // A copy of the cookie's name with another secret is nobody's session, and leaving with it ends nobody's.
  await context.addCookies(
    cookies.filter(({ name }) => name === 'rd_case').map((cookie) => ({ ...cookie, value: 'A'.repeat(43) })),
  );
  await portal.go(portal.say('do.leave'));
  await portal.open('/my-request');
  await expectOutside(portal);
  await context.addCookies(cookies);
  await portal.open('/my-request');
  await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));
});

test('what a page is written in is there for everybody', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => void (response.status() >= 400 && failed.push(response.url())));
  for (const path of ['/callsapp/ru', '/sign-in']) {
    await page.goto(path);
    expect(
      await page.evaluate(() =>
        document.fonts.load('16px "Source Sans 3"', 'Aa').then((faces) => faces.map(({ status }) => status)),
      ),
    ).toEqual(['loaded']);
  }
  expect(failed).toEqual([]);
});

test('what machines may read says nothing about anybody: /accents.css, /api/health, /.well-known/rightsdesk-keys.json', async ({
  request,
}) => {
  expect(await (await request.get('/accents.css')).text()).toContain('[data-controller="callsapp"]');
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok', database: 'connected' });
  const { keys } = (await (await request.get('/.well-known/rightsdesk-keys.json')).json()) as {
    keys: Record<string, string>[];
  };
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual([
    'algorithm',
    'jwk',
    'keyId',
    'log',
    'minisign',
    'pem',
    'present',
    'raw',
    'sha256',
    'signedSince',
    'signedUntil',
  ]);
  expect(keys[0]?.pem).toContain('BEGIN PUBLIC KEY');
});

test('discardAction throws away the answers of its own browser, from any page of the form, and nobody else’s', async ({
  page,
  browser,
}) => {
  const portal = new PortalPage(page, 'callsapp', 'en');
  await portal.answer({ email: anAddress(), name: 'Nadia Weber', rights: ['copy'] });
  const stranger = new PortalPage(await (await browser.newContext()).newPage(), 'callsapp', 'en');
  await stranger.open('/request/for-whom');
  await expect(stranger.main().getByRole('button', { name: portal.say('draft.discard') })).toHaveCount(0);
  await stranger.choose('self');
  await stranger.next();
  await stranger.go(portal.say('draft.discard'));
  await portal.open('/request/check');
  await expect(portal.main()).toContainText('Nadia Weber');
  await portal.go(portal.say('draft.discard'));
  await portal.open('/request/check');
  await portal.expectQuestion('for-whom');
});
