import { expect, type Page } from '@playwright/test';
import { test } from '../browser-test';
import { anAddress, PortalPage } from '../pages/portal-page';

let portal: PortalPage;
test.beforeEach(({ page }) => {
  portal = new PortalPage(page, 'callsapp', 'en');
});

test('a page cannot be jumped to; the form goes on where it was left', async ({ page }) => {
  await portal.open('/request/who');
  await portal.expectQuestion('for-whom');
  await portal.open('/request/check');
  await portal.expectQuestion('for-whom');
  await portal.choose('self');
  await portal.next();
  await portal.open('/request/who');
  await portal.expectQuestion('residence');
  expect((await page.goto('/callsapp/en/request/anything'))?.status()).toBe(404);
});

test('a text that is too long is told its length and kept', async ({ page }) => {
  await portal.open('/request/for-whom');
  await portal.choose('self');
  await portal.next();
  await portal.choose('own');
  await portal.next();
  await portal.choose('copy');
  await page.locator('#details').fill('я'.repeat(4001));
  await portal.next();
  await expect(portal.errors()).toContainText('4,000 characters at most. You wrote 4,001');
  await expect(page.locator('#details')).toHaveValue('я'.repeat(4001));
  await page.locator('#details').fill('see \u202Etxt.exe');
  await portal.next();
  await portal.expectQuestion('who');
});

test('sending twice makes one request', async ({ page, context }) => {
  await portal.answer({ email: anAddress(), name: 'Nadia Weber', rights: ['copy'] });
  const other = new PortalPage(await context.newPage(), 'callsapp', 'en');
  await other.open('/request/check');
  const references = await Promise.all([portal.send(), other.send()]);
  expect(references[0]).toBe(references[1]);
  await page.goBack();
  await portal.open('/request/check');
  await expect(portal.main()).toContainText(references[0]);
});

test('a browser whose answers are gone is told so and goes on with what it sent', async ({ page, context }) => {
  await portal.open('/request/for-whom');
  await portal.choose('self');
  await portal.next();
  const [draft] = (await context.cookies()).filter(({ name }) => name === 'rd_draft');
  if (!draft) throw new Error('no cookie');
  expect(draft).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/callsapp' });
  await portal.open('/request/for-whom');
  await context.addCookies([{ ...draft, value: 'A'.repeat(43) }]);
  await portal.choose('child');
  await portal.next();
  await portal.expectQuestion('residence', { forWhom: 'child' });
  await expect(page.getByRole('status')).toHaveText(portal.say('draft.expired'));
});

test('acting for a child asks for the child, by what the child is found, and says when the mandate is shown', async ({
  page,
}) => {
  await portal.open('/request/for-whom');
  await portal.choose('child');
  await portal.next();
  await portal.expectQuestion('residence', { forWhom: 'child' });
  await portal.choose('own');
  await portal.next();
  await portal.expectQuestion('whose');
  await expect(portal.main()).toContainText(portal.say('whose.mandate'));
  await portal.expectAccessible();
  await page.locator('#subjectName').fill('Lina Becker');
  await expect(page.locator('input[value="authorisedAgent"]')).toHaveCount(0);
  await portal.choose('parent');
  await portal.next();
  await portal.expectQuestion('found-by', { name: 'Lina Becker' });
  await expect(portal.main()).toContainText(portal.say('foundBy.theirs'));
  await expect(portal.main()).toContainText(portal.say('foundBy.none'));
  await portal.expectAccessible();
  await page.locator('#their-phone').fill('hers');
  await portal.next();
  await expect(portal.errors()).toContainText(portal.say('problem.notAPhone'));
  await expect(page.locator('#their-phone')).toHaveValue('hers');
  await page.locator('#their-phone').fill('+352 691 555 015');
  await portal.next();
  await portal.choose('under13');
  await portal.next();
  await portal.choose('copy');
  await portal.next();
  await expect(page.locator('#identifier-phone')).toHaveCount(0);
  await page.locator('#name').fill('Nadia Weber');
  await page.locator('#email').fill(anAddress());
  await portal.next();
  const person = page.getByRole('region', { name: portal.say('check.person') });
  await expect(person).toContainText('Lina Becker');
  await expect(person).toContainText('+352 691 555 015');
  await portal.expectAccessible();
  await portal.send();
  await expect(portal.main()).toContainText('It is about Lina Becker. Parent.');
  await expect(portal.main()).toContainText(portal.say('next.mandate'));
  await expect(portal.main()).not.toContainText(portal.say('next.identity'));
});

test('a form that has nothing to offer for the dead says so at once, and to whom to write', async ({ page }) => {
  await portal.open('/request/for-whom');
  await expect(page.locator('input[value="deceased"]')).toHaveCount(0);
  await expect(portal.main()).toContainText('support@callsapp.example.com');
  const sessia = new PortalPage(page, 'sessia', 'bg');
  await sessia.open('/request/for-whom');
  await sessia.choose('deceased');
  await sessia.next();
  await sessia.expectQuestion('residence', { forWhom: 'deceased' });
});

test('a Californian asks Sessia who got the data for advertising, with every condition on one page', async ({
  page,
}) => {
  const sessia = new PortalPage(page, 'sessia', 'en');
  await sessia.open('/request/for-whom');
  await sessia.choose('self');
  await sessia.next();
  await sessia.choose('US-CA');
  await sessia.next();
  await sessia.choose('customer');
  await sessia.next();
  await sessia.choose('receivers');
  await sessia.next();
  await page.locator('#name').fill('Emily Carter');
  const email = anAddress();
  await page.locator('#email').fill(email);
  await sessia.next();
  await sessia.expectQuestion('california');
  await expect(sessia.main()).toContainText('Your California Privacy Rights');
  await page.locator('#zip').fill('10001');
  await sessia.next();
  for (const field of ['street', 'city', 'affirmed'])
    await expect(sessia.errors()).toContainText(sessia.say(`problem.empty.${field}`));
  await expect(sessia.errors()).toContainText(sessia.say('problem.notCalifornianZip'));
  await sessia.expectAccessible();
  await page.locator('#street').fill('100 Example Boulevard');
  await page.locator('#city').fill('Sacramento');
  await page.locator('#zip').fill('95814');
  await sessia.choose('yes');
  await sessia.next();
  await expect(sessia.main()).toContainText('Your California Privacy Rights');
  await sessia.send();
});

for (const [path, locale, words] of [
  ['/sessia/bg/nope', 'bg', 'notFound.title'],
  ['/callsapp/xx', 'en', 'notFound.title'],
  ['/callsapp/ru/request/nope', 'ru', 'notFound.title'],
] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled });
      test(`${path} is answered in the reader’s language, in the portal’s frame, with a way on`, async ({ page }) => {
        const [, controller = ''] = path.split('/');
        const here = new PortalPage(page, controller, locale);
        expect((await page.goto(path))?.status()).toBe(404);
        await expect(here.heading()).toHaveText(here.say(words));
        await expect(page).toHaveTitle(new RegExp(`^${here.say(words)}`));
        await expect(page.getByRole('banner')).toContainText(here.say('frame.name'));
        if (javaScriptEnabled) await here.expectAccessible();
        else await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await page.getByRole('link', { name: here.say('notFound.portal') }).click();
        await expect(here.heading()).toHaveText(here.say('start.title'));
      });
    });
  }
}

/** Gives every form of a page the name of an action that the server does not know, as a page has that was opened before an update. */
async function outdated(page: Page, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    return route.fulfill({
      response,
      body: (await response.text()).replace(/\$ACTION_ID_[0-9a-f]{42}/g, `$ACTION_ID_${'4'.repeat(42)}`),
    });
  });
}

test.describe('an update while a page is open', () => {
  test.use({ javaScriptEnabled: false });
  test('brings the page again with what was typed, and it can be sent', async ({ page }) => {
    const here = new PortalPage(page, 'callsapp', 'bg');
    await here.open('/request/for-whom');
    await here.choose('self');
    await here.next();
    await here.choose('own');
    await here.next();
    await outdated(page, '/request/rights');
    await here.open('/request/rights');
    await here.choose('copy');
    await page.locator('#details').fill('първи ред\nвтори ред');
    await here.next();
    await expect(page.getByRole('alert')).toContainText('Тази страница беше обновена');
    await expect(page.locator('#details')).toHaveValue('първи ред\nвтори ред');
    await expect(page.locator('input[value="copy"]')).toBeChecked();
    await page.unrouteAll();
    await here.next();
    await here.expectQuestion('who');
  });
});
