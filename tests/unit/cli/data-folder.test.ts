import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder, takeDataFolder } from '@/lib/cli/up/data-folder';
import { secretsOf } from '@/lib/cli/up/secrets';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rightsdesk-folder-'));
});

afterEach(() => rmSync(base, { recursive: true }));

test('a data folder is made when it is missing, closed to other accounts', () => {
  const folder = join(base, 'new', 'data');
  openDataFolder(folder);
  expect(existsSync(join(folder, 'logs'))).toBe(true);
  expect(statSync(folder).mode & 0o066).toBe(0);
});

test('a file where the folder should be is one clear sentence', () => {
  writeFileSync(join(base, 'file'), '');
  expect(() => openDataFolder(join(base, 'file'))).toThrow(/^The data folder .* choose another one with --data\.$/);
});

test('a folder is taken once, and free again when it is given back', () => {
  const giveBack = takeDataFolder(base, 'up');
  expect(readFileSync(join(base, 'up.pid'), 'utf8')).toBe(String(process.pid));
  giveBack();
  expect(existsSync(join(base, 'up.pid'))).toBe(false);
});

test('a living start keeps the folder; a killed one does not', async () => {
  const holder = spawn(
    process.execPath,
    ['-e', 'process.stdout.write("."); setInterval(() => {}, 1000)', 'rightsdesk.js up'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(holder.stdout, 'data');
  writeFileSync(join(base, 'up.pid'), String(holder.pid));
  expect(() => takeDataFolder(base, 'up')).toThrow(/already runs from .* \(process \d+\)/);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  takeDataFolder(base, 'up')();
});

test('the number of a dead start that another program was given does not block', () => {
  writeFileSync(join(base, 'up.pid'), '1');
  takeDataFolder(base, 'up')();
});

test('secrets are made once, readable by their owner only, and different each time they are made', () => {
  const first = secretsOf(base, false);
  expect(statSync(join(base, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(secretsOf(base, true)).toEqual(first);
  rmSync(join(base, 'secrets.json'));
  expect(secretsOf(base, false).masterKeys).not.toBe(first.masterKeys);
});

test('lost or damaged secrets of existing data are never replaced', () => {
  expect(() => secretsOf(base, true)).toThrow(/restore it from a backup/);
  writeFileSync(join(base, 'secrets.json'), '{"masterKeys":');
  expect(() => secretsOf(base, true)).toThrow(/cannot be read as the secrets/);
  expect(readFileSync(join(base, 'secrets.json'), 'utf8')).toBe('{"masterKeys":');
});
