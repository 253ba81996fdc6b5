import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

// A zone that is neither UTC nor a whole hour away: code that forgets to name its time zone fails here.
const env = { TZ: 'Asia/Kathmandu' };
// What tells a bundler to keep a loader from the browser says nothing here, as on the server.
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` };
// Properties try hundreds of cases and the machine may be busy: no test is about seconds, this only ends one that hangs.
const testTimeout = 60_000;

// What is pure and what only reads the sources keeps nothing between files: modules are read once a worker, not once a file. What works on
// a database keeps its environment and its connection in modules, so there each file has its own.
const isolate = false;

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate,
          env,
          testTimeout,
          sequence: { groupOrder: 0 },
          include: ['tests/unit/**/*.test.{ts,tsx}'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'architecture',
          isolate,
          env,
          testTimeout,
          sequence: { groupOrder: 1 },
          include: ['tests/architecture/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          env,
          sequence: { groupOrder: 2 },
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
