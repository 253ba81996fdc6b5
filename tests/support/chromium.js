import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium on this machine: the one CHROME_PATH names, the system's, or Playwright's. */
export const findChromium = () =>
  [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()].find((file) => file && existsSync(file));

/**
 * Finds Chromium or installs it: Debian's package where we may, else Playwright's own download.
 * @returns {string} its path
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands = isDebianRoot
    ? [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ]
    : [[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']];
  for (const [command = '', ...args] of commands) {
    const { status } = spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')} failed: install Chromium by hand and name it in CHROME_PATH.`);
  }
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed but is not where it is expected: name it in CHROME_PATH.');
  return installed;
}
