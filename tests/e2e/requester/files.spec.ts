import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { drawnPicture } from '@/lib/domain/files/picture';
import { test } from '../browser-test';
import { anAddress, newestMail, PortalPage } from '../pages/portal-page';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a file goes with a message, a wrong one is said with the words kept, and a fresh code opens it', async ({
      page,
    }) => {
      const portal = new PortalPage(page, 'callsapp', 'en');
      const email = anAddress();
      await portal.answer({ email, name: 'Nadia Weber', rights: ['copy'] });
      await portal.send();
      await page.locator('#code').fill((await newestMail(page, email)).code);
      await portal.go(portal.say('sent.confirm.button'));
      await portal.open('/my-request/write');
      await page.locator('#body').fill('Here is what I mean.');
      const send = portal.main().getByRole('button', { name: portal.say('write.button') });
      await page.locator('#files').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
      await send.click();
      await expect(portal.errors()).toContainText('a.html');
      await expect(page.locator('#body')).toHaveValue('Here is what I mean.');
      if (javaScriptEnabled) await portal.expectAccessible();
      await page
        .locator('#files')
        .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('my own words') });
      await send.click();
      const messages = page.locator('section:has(> #messages)');
      await expect(messages).toContainText('note.txt');
      // Only its name, until the mailbox was proved afresh.
      await expect(messages.getByRole('link', { name: 'note.txt' })).toHaveCount(0);
      await portal
        .main()
        .getByRole('button', { name: portal.say('messages.openFiles') })
        .click();
      await expect(page.locator('#code')).toBeVisible();
      await page.locator('#code').fill((await newestMail(page, email)).code);
      await portal
        .main()
        .getByRole('button', { name: portal.say('open.button') })
        .click();
      const link = messages.getByRole('link', { name: 'note.txt' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('note.txt');
      expect(readFileSync(await download.path(), 'utf8')).toBe('my own words');
      const address = (await link.getAttribute('href'))!;
      if (javaScriptEnabled) await portal.expectAccessible();
      // Whoever is signed out is sent to where one asks for a way in: /[controller]/[locale]/my-request/file/[file].
      await page.context().clearCookies();
      await page.goto(address);
      await expect(page).toHaveURL(/\/find/);
    });
  });
}

test('a picture that is written anew is drawn as it was', async ({ page }) => {
  await page.goto('/callsapp/en');
  const types = ['jpeg', 'png'] as const;
  const shots = await Promise.all(types.map((type) => page.screenshot({ type })));
  await page.goto('about:blank');
  for (const [index, type] of types.entries()) {
    const drawn = drawnPicture(`image/${type}`, shots[index]!)!;
    const size = await page.evaluate(
      async (address) => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
        return { width, height };
      },
      `data:image/${type};base64,${Buffer.from(drawn).toString('base64')}`,
    );
    expect(size).toEqual(page.viewportSize());
  }
});
