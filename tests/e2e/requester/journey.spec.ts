import { expect } from '@playwright/test';
import { LOCALES } from '@/lib/domain/locale';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

// Every language, Bulgarian where it is the controller's own.
const PORTALS = LOCALES.map((locale) => [locale === 'bg' ? 'sessia' : 'callsapp', locale] as const);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    for (const [controller, locale] of PORTALS) {
      test(`a request to ${controller} in ${locale}, from the first page to the page that follows it`, async ({
        page,
      }) => {
        const portal = new PortalPage(page, controller, locale);
        const email = anAddress();
        const look = async () => {
          if (javaScriptEnabled) await portal.expectAccessible();
        };
        await portal.open();
        await look();
        await page
          .getByRole('link', { name: portal.say('start.now') })
          .first()
          .click();

        await portal.expectQuestion('for-whom');
        await portal.next();
        await expect(portal.errors()).toContainText(portal.say('problem.empty.forWhom'));
        await expect(portal.errors()).toBeFocused();
        await expect(page).toHaveTitle(new RegExp(`^${portal.say('errors.word')}`));
        await look();
        await portal.choose('self');
        await portal.next();

        await portal.expectQuestion('residence');
        await portal.choose('eea');
        await portal.next();
        await expect(portal.errors()).toContainText(portal.say('problem.empty.country'));
        await expect(page.locator('input[value="eea"]')).toBeChecked();
        await look();
        await page.locator('#country').selectOption('FR');
        await portal.next();

        await portal.expectQuestion('rights');
        await look();
        await portal.choose('copy');
        await portal.choose('remove');
        await portal.next();

        await portal.expectQuestion('deletion');
        await look();
        await portal.choose('some');
        await portal.next();
        await expect(portal.errors()).toContainText(portal.say('problem.empty.deletionWhich'));
        await look();
        await page.locator('#deletionWhich').fill('Старые номера');
        await portal.next();

        await portal.expectQuestion('who');
        await page.locator('#name').fill('Zoë <b>Ünal</b>');
        await page.locator('#email').fill('nobody');
        await portal.next();
        await expect(portal.errors()).toContainText(portal.say('problem.emailWithoutAt'));
        await expect(page.locator('#name')).toHaveValue('Zoë <b>Ünal</b>');
        await expect(page.locator('#email')).toHaveValue('nobody');
        await look();
        await page.locator('#email').fill(email);
        await portal.next();

        await expect(portal.heading()).toHaveText(portal.say('check.title'));
        await expect(portal.main()).toContainText('Zoë <b>Ünal</b>');
        await look();
        const reference = await portal.send();
        expect(reference).toMatch(/^[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        await look();

        await page.locator('#code').fill('12');
        await portal.go(portal.say('sent.confirm.button'));
        await expect(portal.errors()).toContainText(portal.say('token.malformed'));
        await expect(portal.errors()).toBeFocused();
        const { code, text } = await newestMail(page, email);
        await page.locator('#code').fill(code === '000000' ? '000001' : '000000');
        await portal.go(portal.say('sent.confirm.button'));
        await expect(portal.errors()).toContainText('4');
        expect(text).toContain(reference);
        await page.locator('#code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
        await portal.go(portal.say('sent.confirm.button'));
        await expect(portal.heading()).toContainText(portal.say('status.now.verifying.title'));
        await expect(portal.heading()).toContainText(reference);
        await look();

        await page
          .getByRole('link', { name: portal.say('messages.write'), exact: true })
          .first()
          .click();
        await portal
          .main()
          .getByRole('button', { name: portal.say('write.button') })
          .click();
        await expect(portal.errors()).toContainText(portal.say('problem.empty.body'));
        await look();
        await page.locator('#body').fill('One more thing: <script>alert(1)</script>');
        await portal
          .main()
          .getByRole('button', { name: portal.say('write.button') })
          .click();
        await expect(portal.main()).toContainText('One more thing: <script>alert(1)</script>');

        await page.getByRole('link', { name: portal.say('do.withdraw') }).click();
        await expect(portal.heading()).toContainText(portal.say('withdraw.title'));
        await look();
        await portal.go(portal.say('withdraw.button'));
        await expect(portal.heading()).toContainText(portal.say('status.now.withdrawn.title'));
        await look();

        await portal.go(portal.say('do.leave'));
        await portal.open('/my-request');
        await expect(portal.heading()).toHaveText(portal.say('find.title'));
        await look();
      });
    }
  });
}
