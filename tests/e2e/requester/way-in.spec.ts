import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

const portalOn = (page: ConstructorParameters<typeof PortalPage>[0]) => new PortalPage(page, 'callsapp', 'en');

async function sentRequest(portal: PortalPage): Promise<{ email: string; reference: string }> {
  const email = anAddress();
  await portal.answer({ email, name: 'Nadia Weber', rights: ['copy'] });
  return { email, reference: await portal.send() };
}

test('opening the mailed link uses nothing up; its button does, once', async ({ page, browser, baseURL }) => {
  const { email, reference } = await sentRequest(portalOn(page));
  const { link } = await newestMail(page, email);
  // A scanner of mails opens it first, in a browser that knows nothing.
  const scanner = await browser.newPage();
  for (let visit = 0; visit < 3; visit += 1) expect((await scanner.goto(link))?.status()).toBe(200);
  await scanner.close();

  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const portal = portalOn(await other.newPage());
  await portal.page.goto(link);
  await portal.expectAccessible();
  await portal.go(portal.say('confirm.button'));
  await expect(portal.heading()).toContainText(reference);

  await portal.page.goto(link);
  await portal.go(portal.say('confirm.button'));
  await expect(portal.errors()).toContainText(portal.say('token.used'));
  await portal.expectAccessible();
  await portal.go(portal.say('confirm.renew'));
  await expect(portal.heading()).toHaveText(portal.say('find.sent.title'));
  await other.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a browser is remembered where its person wants that, and forgets all of it when they sign out', async ({
      page,
      context,
      browser,
      baseURL,
    }) => {
      const portal = portalOn(page);
      const { email, reference } = await sentRequest(portal);
      await expect(page.locator('#remember')).not.toBeChecked();
      const { code } = await newestMail(page, email);
      await page.locator('#remember').check();
      await page.locator('#code').fill(code);
      await portal.go(portal.say('sent.confirm.button'));
      await expect(portal.heading()).toContainText(reference);
      const kept = async () => (await context.cookies()).find(({ name }) => name === 'rd_case');
      const days = ((await kept())!.expires - Date.now() / 1000) / 86_400;
      expect(Math.round(days)).toBe(30);
      await portal.go(portal.say('do.leave'));
      expect(await kept()).toBeUndefined();

      // Who does not tick the box is forgotten with the window.
      const other = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled });
      const again = portalOn(await other.newPage());
      const unticked = await sentRequest(again);
      await again.page.goto((await newestMail(page, unticked.email)).link);
      await again.go(again.say('confirm.button'));
      const [session] = (await other.cookies()).filter(({ name }) => name === 'rd_case');
      expect(session?.expires).toBe(-1);
      await other.close();
    });
  });
}

test('finding a request answers the same whatever was typed, and mails a link only to its own address', async ({
  page,
}) => {
  const portal = portalOn(page);
  const { email, reference } = await sentRequest(portal);
  const before = (await newestMail(page, email)).text;
  const ask = async (typed: string, address: string) => {
    await portal.open('/find');
    await page.locator('#reference').fill(typed);
    await page.locator('#email').fill(address);
    await portal
      .main()
      .getByRole('button', { name: portal.say('find.button') })
      .click();
    await expect(portal.heading()).toHaveText(portal.say('find.sent.title'));
    return portal.main().innerText();
  };
  const strangers = await ask('CA-3333-3333', email);
  expect(await ask(reference, anAddress())).toBe(strangers);
  expect((await newestMail(page, email)).text).toBe(before);
  expect(await ask(reference.toLowerCase().replaceAll('-', ' '), email.toUpperCase())).toBe(strangers);
  await expect.poll(async () => (await newestMail(page, email)).text).not.toBe(before);
});

test('the form keeps what was typed when it asks for a reference that is not there', async ({ page }) => {
  const portal = portalOn(page);
  await portal.open('/find');
  await page.locator('#email').fill('nadia.weber@example.lu');
  await portal
    .main()
    .getByRole('button', { name: portal.say('find.button') })
    .click();
  await expect(portal.errors()).toContainText(portal.say('problem.empty.reference'));
  await expect(page.locator('#email')).toHaveValue('nadia.weber@example.lu');
});
