import { expect } from '@playwright/test';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('the address is changed once both mailboxes have agreed, and each step says what it waits for', async ({
      page,
    }) => {
      const portal = new PortalPage(page, 'callsapp', 'en');
      const [former, other] = [anAddress(), anAddress()];
      await portal.answer({ email: former, name: 'Nadia Weber', rights: ['copy'] });
      await portal.send();
      await page.locator('#code').fill((await newestMail(page, former)).code);
      await portal.go(portal.say('sent.confirm.button'));
      await page.getByRole('link', { name: portal.say('do.email') }).click();
      await expect(portal.heading()).toHaveText(portal.say('contact.title'));
      await portal
        .main()
        .getByRole('button', { name: portal.say('contact.button') })
        .click();
      await expect(portal.errors()).toContainText(portal.say('problem.empty.email'));
      if (javaScriptEnabled) await portal.expectAccessible();
      await page.locator('#email').fill(other);
      await portal
        .main()
        .getByRole('button', { name: portal.say('contact.button') })
        .click();
      await expect(page.locator('#code-contactTo')).toBeVisible();

      const of = (id: string) => page.locator(`section:has(#code-${id})`);
      await page.locator('#code-contactTo').fill('12');
      await of('contactTo').getByRole('button').click();
      await expect(portal.errors()).toContainText(portal.say('token.malformed'));
      if (javaScriptEnabled) await portal.expectAccessible();
      await page.locator('#code-contactTo').fill((await newestMail(page, other)).code);
      await of('contactTo').getByRole('button').click();
      await expect(page.locator('#code-contactTo')).toHaveCount(0);
      await expect(portal.main()).toContainText(portal.say('contact.confirmed'));
      await page.locator('#code-contactFrom').fill((await newestMail(page, former)).code);
      await of('contactFrom').getByRole('button').click();
      await expect(page.getByRole('status')).toHaveText(portal.say('contact.changed'));
      await portal.open('/my-request/email');
      await expect(portal.main()).toContainText(other);
    });
  });
}
