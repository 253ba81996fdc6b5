import { randomInt } from 'node:crypto';
import { test as playwrightTest } from '@playwright/test';

/**
 * The test of every browser test: whatever it opened is closed when it ends, passed or failed. A context left open lives as long as its
 * worker, and its pages go on asking for what is new: they slow the tests that follow, and stand among the pictures of the one that fails.
 */
export const test = playwrightTest.extend<{ leavesNothingOpen: void }>({
  // Each comes from a network of its own, as people do: the limits of one network are not those of a whole run.
  extraHTTPHeaders: async ({ baseURL: _ }, give) => {
    await give({ 'x-forwarded-for': `198.18.${randomInt(256)}.${randomInt(1, 255)}` });
  },
  leavesNothingOpen: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
