import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/tests/support/accessible';
import { test } from '../browser-test';
import { DeskPage } from '../pages-desk/desk-page';
import { aColleague } from '../pages-desk/desk-world';
import { anAddress, PortalPage } from '../pages/portal-page';

async function toRights(portal: PortalPage, place: string): Promise<void> {
  await portal.open('/request/for-whom');
  await portal.choose('self');
  await portal.next();
  await portal.choose(place);
  await portal.next();
}

const boxes = (page: Page) => page.locator('input[name="rights"]');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a Californian finds one box for one wish, with every law behind it, and none for what is not done', async ({
      page,
    }) => {
      const portal = new PortalPage(page, 'sessia', 'en');
      await toRights(portal, 'US-CA');
      await portal.choose('customer');
      await portal.next();
      const labels = await portal.main().locator('label').allInnerTexts();
      const wishes = labels.map((label) => label.split('(')[0]!.trim());
      expect(new Set(wishes).size).toBe(wishes.length);
      await expect(portal.main().getByText('Get a copy of your data')).toContainText('Art. 15 GDPR');
      await expect(portal.main().getByText('Get a copy of your data')).toContainText('1798.110');
      await expect(page.locator('input[value="noSale"], input[value="allowSale"]')).toHaveCount(0);
      expect(await boxes(page).count()).toBeLessThan(15);
      if (javaScriptEnabled) await portal.expectAccessible();
    });

    test('each wish asks what it needs, and no more; the desk reads it', async ({ page }) => {
      test.setTimeout(120_000);
      const portal = new PortalPage(page, 'callsapp', 'en');
      const look = () => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
      await toRights(portal, 'own');
      for (const wish of ['change', 'remove', 'noConsent', 'noUse', 'pause', 'elsewhere']) await portal.choose(wish);
      await portal.next();

      await portal.expectQuestion('correction');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.wrong'));
      await look();
      await page.locator('#wrong').fill('My surname is spelt Webber');
      await page.locator('#right').fill('Weber');
      await page.locator('#statement').fill('I have been Weber since my birth.');
      await portal.next();

      await portal.expectQuestion('deletion');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.deletionOf'));
      await portal.choose('some');
      await page.locator('#deletionWhich').fill('The old telephone number');
      await page.locator('#deletionGround').selectOption('notNeeded');
      await look();
      await portal.next();

      await portal.expectQuestion('restriction');
      await portal.choose('untold');
      await look();
      await portal.next();

      await portal.expectQuestion('objection');
      await expect(page.locator('input[name="uses"]').first()).toHaveValue('marketing');
      await expect(portal.main()).toContainText('To find faults and improve the service');
      await expect(portal.main()).not.toContainText('To keep the books the law asks for');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.uses'));
      await look();
      await portal.choose('marketing');
      await portal.choose('improve');
      await portal.next();

      await portal.expectQuestion('consent');
      await portal.choose('news');
      await look();
      await portal.next();

      await portal.expectQuestion('portability');
      await portal.choose('other');
      await portal.next();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.receiver'));
      await expect(portal.errors()).toContainText(portal.say('problem.empty.receiverAddress'));
      await page.locator('#receiver').fill('Other Talk');
      await page.locator('#receiverAddress').fill('import@othertalk.example.com');
      await look();
      await portal.next();

      await page.locator('#name').fill('Nadia Weber');
      await page.locator('#email').fill(anAddress());
      await portal.next();
      await expect(portal.heading()).toHaveText(portal.say('check.title'));
      const wanted = page.getByRole('region', { name: portal.say('check.wanted') });
      for (const words of [
        'Stop advertising to you',
        'My surname is spelt Webber',
        'Weber',
        'I have been Weber since my birth.',
        'The old telephone number',
        'You no longer need it',
        'I would rather not say',
        'To find faults and improve the service',
        'To send you news and offers',
        'Other Talk, import@othertalk.example.com',
      ])
        await expect(wanted).toContainText(words);
      await look();
      const reference = await portal.send();

      if (!javaScriptEnabled) return;
      const desk = new DeskPage(page, await aColleague(['desk'], ['callsapp']));
      await desk.enter();
      await desk.find(reference);
      const who = page.getByRole('region', { name: 'Who' });
      for (const words of [
        'My surname is spelt Webber',
        'I have been Weber since my birth.',
        'only some of it',
        'no longer needed, Art. 17(1)(a)',
        'they would rather not say',
        'To find faults and improve the service',
        'To send you news and offers',
        'Other Talk',
      ])
        await expect(who).toContainText(words);
    });

    test('saying no to advertising among the uses is the right that weighs nothing', async ({ page }) => {
      const portal = new PortalPage(page, 'callsapp', 'bg');
      await toRights(portal, 'own');
      await portal.choose('noUse');
      await portal.next();
      await portal.choose('marketing');
      await portal.next();
      await portal.expectQuestion('who');
      await page.goBack();
      await portal.open('/request/rights');
      await expect(page.locator('input[value="noMarketing"]')).toBeChecked();
      await expect(page.locator('input[value="noUse"]')).not.toBeChecked();
    });

    test.describe('with the Global Privacy Control', () => {
      test.use({ extraHTTPHeaders: { 'Sec-GPC': '1' } });

      test('its effect is told at the start, and it counts as the request to stop the sale', async ({ page }) => {
        const portal = new PortalPage(page, 'callsapp', 'en');
        await portal.open();
        await expect(portal.main()).toContainText(portal.say('start.signal'));
        await toRights(portal, 'US-CA');
        await expect(portal.main()).toContainText(portal.say('rights.signal.heard'));
        await expect(page.locator('input[value="noSale"]')).toBeChecked();
        if (javaScriptEnabled) await portal.expectAccessible();
        await page.locator('input[value="noSale"]').uncheck();
        await portal.choose('kinds');
        await portal.next();
        await portal.tell('');
        await page.locator('#name').fill('Grace Ito');
        await page.locator('#email').fill(anAddress());
        await portal.next();
        await expect(portal.main()).toContainText(portal.say('rights.signal.counted'));
        await expect(portal.main()).toContainText('Stop the sale or sharing of your data');
      });

      test('is told that there is nothing to stop where nothing is sold', async ({ page }) => {
        const portal = new PortalPage(page, 'sessia', 'bg');
        await portal.open();
        await expect(portal.main()).toContainText(portal.say('start.signalIdle'));
        await toRights(portal, 'own');
        await expect(portal.main()).not.toContainText(portal.say('rights.signal.heard'));
      });
    });
  });
}
