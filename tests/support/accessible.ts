import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What people who cannot see or use a mouse would trip over, as far as a machine finds it (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way to another one is neither: what is looked at is the page that stays.
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Our pages have no frames, so what is found need not be put together in a page of its own.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
