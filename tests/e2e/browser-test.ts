import { test as playwrightTest } from '@playwright/test';

/**
 * The test of every browser test: whatever it opened is closed when it ends, passed or failed. A context left open lives as long as its
 * worker, and its pages go on asking for what is new: they slow the tests that follow, and stand among the pictures of the one that fails.
 */
export const test = playwrightTest.extend<{ leavesNothingOpen: void }>({
  leavesNothingOpen: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
