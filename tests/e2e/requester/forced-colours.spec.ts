import { expect, type Locator } from '@playwright/test';
import { test } from '../browser-test';

test.use({ contextOptions: { forcedColors: 'active' } });

/** How an element looks, pixel by pixel, without the ring of the focus. */
const look = async (locator: Locator): Promise<string> => {
  await locator.page().locator('h1').first().click();
  return (await locator.screenshot()).toString('base64');
};

for (const scheme of ['light', 'dark'] as const) {
  test(`in the reader's own colours, ${scheme}, a chosen radio button and a ticked box look other than before`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await page.goto('/callsapp/en/request/for-whom');
    for (const input of [
      page.getByRole('radio').first(),
      page.getByRole('radio').nth(1),
      page.getByRole('checkbox').first(),
    ]) {
      if ((await input.count()) === 0 || !(await input.isVisible())) continue;
      const before = await look(input);
      await input.check();
      expect(await look(input)).not.toBe(before);
    }
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
  });
}
