import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';
import { DeskPage } from '../pages-desk/desk-page';
import { aColleague } from '../pages-desk/desk-world';

/** Walks to the page that asks what is wanted, as somebody in California. */
async function asCalifornian(portal: PortalPage, { young = false }: { young?: boolean } = {}): Promise<void> {
  await portal.open('/request/for-whom');
  await portal.choose('self');
  if (young) await portal.page.locator('#young').check();
  await portal.next();
  await portal.expectQuestion('residence');
  await portal.choose('US-CA');
  await portal.next();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a customer in California says since when they want to know, and where they can complain', async ({
      page,
    }) => {
      const portal = new PortalPage(page, 'sessia', 'en');
      const email = anAddress();
      const look = async () => {
        if (javaScriptEnabled) await portal.expectAccessible();
      };
      await asCalifornian(portal);

      await expect(portal.heading()).toHaveText('What connects you with us?');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.connection'));
      await look();
      await portal.choose('customer');
      await portal.next();

      await portal.expectQuestion('rights');
      await expect(portal.main()).toContainText(
        'California Privacy Protection Agency and Attorney General of California',
      );
      await expect(portal.main()).not.toContainText('Комисия');
      await expect(page.locator('input[value="receivers"]')).toHaveCount(1);
      await look();
      await portal.choose('kinds');
      await portal.next();

      await portal.expectQuestion('period');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.period'));
      await portal.choose('since');
      await page.locator('#since').fill('31');
      await page.locator('#since-month').fill('12');
      await page.locator('#since-year').fill('2021');
      await portal.next();
      await expect(portal.errors()).toContainText('The earliest day you can choose is 1 January 2022');
      await expect(page.locator('#since-year')).toHaveValue('2021');
      await look();
      await page.locator('#since').fill('1');
      await page.locator('#since-month').fill('3');
      await page.locator('#since-year').fill('2024');
      await portal.next();

      await page.locator('#name').fill('Grace Ito');
      await page.locator('#email').fill(email);
      await portal.next();
      await expect(portal.heading()).toHaveText(portal.say('check.title'));
      await expect(portal.main()).toContainText('Since 1 March 2024');
      await expect(portal.main()).toContainText(portal.say('connection.customer'));
      await page.locator('a[href$="/request/period"]').click();
      await expect(page.locator('input[value="since"]')).toBeChecked();
      await expect(page.locator('#since-year')).toHaveValue('2024');
      await portal.next();

      await portal.send();
      const { code } = await newestMail(page, email);
      await page.locator('#code').fill(code);
      await portal.go(portal.say('sent.confirm.button'));
      const disagree = page.getByRole('region', { name: portal.say('disagree.title') });
      await expect(disagree).toContainText('Attorney General of California');
      await expect(disagree).toContainText('1798.199.45');
      await expect(disagree).not.toContainText('GDPR');
      await look();
    });

    test('an employee in California has the rights of California, but not the customers’ own', async ({ page }) => {
      const portal = new PortalPage(page, 'sessia', 'en');
      await asCalifornian(portal);
      await portal.choose('employee');
      await portal.next();
      await portal.expectQuestion('rights');
      await expect(page.locator('input[value="copy"]')).toHaveCount(1);
      await expect(page.locator('input[value="change"]')).toHaveCount(1);
      await expect(page.locator('input[value="receivers"]')).toHaveCount(0);
    });

    test('a parent says how old the child is, and nobody asks what decides nothing', async ({ page }) => {
      const portal = new PortalPage(page, 'callsapp', 'ru');
      await portal.open('/request/for-whom');
      await portal.choose('child');
      await portal.next();
      await portal.choose('own');
      await portal.next();
      await portal.expectQuestion('whose');
      await page.locator('#subjectName').fill('Лина Беккер');
      await portal.choose('parent');
      await portal.next();
      await portal.expectQuestion('found-by', { name: 'Лина Беккер' });
      await portal.next();
      await expect(portal.heading()).toHaveText('Сколько лет ребёнку?');
      if (javaScriptEnabled) await portal.expectAccessible();
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.ageBand'));
      await portal.choose('13to15');
      await portal.next();
      await portal.expectQuestion('rights');
      await expect(portal.main()).toContainText('Commission nationale pour la protection des données');
      await page.getByRole('link', { name: portal.say('frame.back') }).click();
      await expect(page.locator('input[value="13to15"]')).toBeChecked();
    });

    test('a child who asks alone is spoken to in simpler words, and in California asked for its age', async ({
      page,
    }) => {
      const portal = new PortalPage(page, 'callsapp', 'en');
      await asCalifornian(portal, { young: true });
      await expect(portal.heading()).toHaveText('How old are you?');
      await expect(page.locator('input[value="16to17"]')).toHaveCount(0);
      await portal.choose('under13');
      await portal.next();
      await portal.expectQuestion('rights');
      await expect(portal.main()).toContainText(portal.say('rights.child'));
      await expect(portal.main()).toContainText(
        'Everything we know about you, where it came from and who has seen it.',
      );
      await expect(page.locator('input[value="allowSale"]')).toHaveCount(0);
      if (javaScriptEnabled) await portal.expectAccessible();
      await page.getByRole('link', { name: portal.say('frame.back') }).click();
      await portal.choose('13to15');
      await portal.next();
      await expect(page.locator('input[value="allowSale"]')).toHaveCount(1);
    });
  });
}

test('the desk sees what the form asked, and what to look at when a child is concerned', async ({ page }) => {
  const parent = new PortalPage(page, 'callsapp', 'en');
  await parent.open('/request/for-whom');
  await parent.choose('child');
  await parent.next();
  await parent.choose('US-CA');
  await parent.next();
  await page.locator('#subjectName').fill('Lina Becker');
  await parent.choose('parent');
  await parent.next();
  await page.locator('#their-email').fill('lina@example.com');
  await parent.next();
  await parent.choose('under13');
  await parent.next();
  for (const wish of ['copy', 'allowSale']) await parent.choose(wish);
  await parent.next();
  await parent.choose('all');
  await parent.next();
  await page.locator('#name').fill('Tom Becker');
  await page.locator('#email').fill(anAddress());
  await parent.next();
  const reference = await parent.send();

  const desk = new DeskPage(page, await aColleague(['desk'], ['callsapp']));
  await desk.enter();
  await desk.find(reference);
  const who = page.getByRole('region', { name: 'Who' });
  await expect(who).toContainText('Lina Becker as parent');
  await expect(who).toContainText('lina@example.com');
  await expect(who).toContainText('under 13');
  await expect(who).toContainText('everything that is held');
  const child = page.getByRole('region', { name: 'When a child is concerned' });
  await expect(child).toContainText('A quarrel about custody is by itself no ground to refuse a parent.');
  await expect(child).toContainText('Cal. Civ. Code 1798.120(c)');
  await expect(child).not.toContainText('Art. 8(1) GDPR with the national law');
});
