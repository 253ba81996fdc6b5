import { cpSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chinookMissing, loadChinook, TEST_CONTROLLERS } from './chinook';
import { E2E_PORT, FACTS } from './instance-facts';
import { startMaker } from './maker';
import { startUp } from './running-instance';
import { throwAwayServer } from './throw-away-server';

const CONTROLLERS = fileURLToPath(new URL('../../controllers', import.meta.url));

/**
 * Playwright's global set-up: a complete instance of its own with the demo's controllers and the one on real data.
 * With RIGHTSDESK_E2E_FACTS (what `up --json` printed) the tests run against that instance instead.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[FACTS]) return startMaker();
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-e2e-'));
  chmodSync(folder, 0o711);
  const controllers = join(folder, 'controllers');
  cpSync(CONTROLLERS, controllers, { recursive: true });
  const missing = chinookMissing();
  const sources = missing ? null : await throwAwayServer();
  if (sources) cpSync(TEST_CONTROLLERS, controllers, { recursive: true });
  const chinook = sources && (await loadChinook(sources.url('postgres')));
  if (missing) console.error(missing);

  const instance = await startUp(join(folder, 'data'), E2E_PORT, {
    env: {
      ...process.env,
      CONTROLLERS_DIR: controllers,
      CHINOOK_DB_URL: chinook?.readOnlyUrl,
      // A test says from where it comes, as a proxy would (tests/e2e/browser-test.ts).
      TRUSTED_PROXIES: '127.0.0.1,::1',
    },
  });
  if ('said' in instance) throw new Error(`The instance for the browser tests did not start:\n${instance.said}`);
  process.env[FACTS] = JSON.stringify(instance.facts);
  const stopMaker = await startMaker();
  return async () => {
    await stopMaker();
    await instance.stop();
    await sources?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
