import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

/** Sends a request of somebody who acts for another. @returns the addresses of both */
async function filed(portal: PortalPage): Promise<{ agent: string; subject: string }> {
  const { page } = portal;
  const [agent, subject] = [anAddress(), anAddress()];
  await portal.open('/request/for-whom');
  await portal.choose('someoneElse');
  await portal.next();
  await portal.choose('own');
  await portal.next();
  await page.locator('#subjectName').fill('Nadia Weber');
  await portal.choose('authorised');
  await portal.next();
  await expect(portal.main()).toContainText(portal.say('foundBy.asked'));
  await page.locator('#their-email').fill(subject);
  await portal.next();
  await portal.choose('copy');
  await portal.next();
  while (!page.url().includes('/request/who')) await portal.tell('As I said');
  await page.locator('#name').fill('Ana Prado');
  await page.locator('#email').fill(agent);
  await portal.next();
  await portal.send();
  await page.locator('#code').fill((await newestMail(page, agent)).code);
  await portal.go(portal.say('sent.confirm.button'));
  return { agent, subject };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('the person in whose name somebody asks confirms it, and can stop it after all', async ({ page, browser }) => {
      const portal = new PortalPage(page, 'callsapp', 'en');
      const { subject } = await filed(portal);
      await expect(portal.main()).toContainText(portal.say('story.was.mandateAsked'));

      // Somebody else, at another browser and in another language: the mail has the page in each.
      const context = await browser.newContext({ javaScriptEnabled });
      const theirs = new PortalPage(await context.newPage(), 'callsapp', 'de');
      const { text } = await newestMail(page, subject);
      expect(text).not.toContain('Ana Prado');
      const link = /https?:\/\/\S+\/callsapp\/de\/mandate\/\S+/.exec(text)![0];
      await theirs.page.goto(link);
      await theirs.page.goto(link);
      await expect(theirs.heading()).toHaveText(theirs.say('mandate.title'));
      await expect(theirs.main()).toContainText('Ana Prado');
      if (javaScriptEnabled) await theirs.expectAccessible();
      await theirs.go(theirs.say('mandate.confirmed.button'));
      await expect(theirs.heading()).toHaveText(theirs.say('mandate.confirmed.title'));
      await portal.open('/my-request');
      await expect(portal.heading()).toContainText(portal.say('status.now.mandateConfirmed.title'));

      await theirs.go(theirs.say('mandate.stopped.change'));
      await expect(theirs.heading()).toHaveText(theirs.say('mandate.stopped.title'));
      if (javaScriptEnabled) await theirs.expectAccessible();
      await portal.open('/my-request');
      await expect(portal.heading()).toContainText(portal.say('status.now.mandateStopped.title'));
      if (javaScriptEnabled) await portal.expectAccessible();
      await context.close();
    });
  });
}
