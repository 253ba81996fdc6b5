import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// The one without windows draws the same pages with half the processor time: Debian has it as a package of its own.
const SHELL = '/usr/bin/chromium-headless-shell';
const PLACES = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium on this machine: the one CHROME_PATH names, the system's, or Playwright's. */
export const findChromium = () =>
  [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()].find((file) => file && existsSync(file));

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {string[][]} commands run in turn until one fails @returns {boolean} whether none did */
const allRun = (commands) =>
  commands.every(
    ([command = '', ...args]) =>
      spawnSync(command, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  );

/** @param {string} name of a package of Debian */
const packaged = (name) => [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', name],
];

/**
 * Finds Chromium or installs it: Debian's package where we may, else Playwright's own download. CI, which pays for every run, installs the
 * one without windows beside another.
 * @throws where there is none afterwards
 */
export function ensureChromium() {
  const found = findChromium();
  if (found && (found === SHELL || found === process.env.CHROME_PATH || !process.env.CI || !isDebianRoot())) return;
  const ways = isDebianRoot()
    ? [packaged('chromium-headless-shell'), ...(found ? [] : [packaged('chromium')])]
    : [[[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']]];
  ways.some(allRun);
  if (!findChromium())
    throw new Error('Chromium could not be installed: install it by hand and name it in CHROME_PATH.');
}
