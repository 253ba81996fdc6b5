import { defineConfig } from '@playwright/test';
import { findChromium } from './support/chromium.js';
import { E2E_PORT } from './support/instance-facts';

const isRoot = process.getuid?.() === 0;

/** The browser tests walk a complete instance that `tests/support/e2e-server.ts` starts the way `up` does. */
export default defineConfig({
  testDir: 'e2e',
  tsconfig: '../tsconfig.json',
  outputDir: '.artifacts/e2e',
  globalSetup: './support/e2e-server.ts',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A second try on a busy machine keeps a landing from waiting for chance; the run names whoever needed it.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '.artifacts/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${E2E_PORT}`,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    screenshot: 'only-on-failure',
    // Recording costs about as much as what it records, so in CI the second try alone is recorded.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // Chromium's sandbox refuses root, and containers give it a small /dev/shm.
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    },
  },
});
