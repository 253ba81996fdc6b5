import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import { instanceSettings } from '@/tests/support/instance-settings';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function rightsdesk(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/rightsdesk.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, RIGHTSDESK_DATA: '/nonexistent', ...env },
  });
  return { status, stdout, stderr };
}

test('help names every command, and is data on standard output', () => {
  const { status, stdout } = rightsdesk(['--help']);
  expect(status).toBe(0);
  for (const command of [
    'up',
    'build',
    'web',
    'worker',
    'migrate',
    'generate',
    'check',
    'staff',
    'totp',
    'preview',
    'bundle',
    'audit',
    'deadline',
  ]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  }
});

test.each([
  ['an unknown command', ['upp']],
  ['an unknown option', ['migrate', '--fast']],
  ['a missing argument', ['totp']],
  ['too many arguments', ['migrate', 'now']],
  ['an impossible number of calls', ['up', '--calls=none', '--data', '/nonexistent/data']],
  ['an impossible port', ['up', '--port=65536', '--data', '/nonexistent/data']],
])('%s is wrong usage: exit code 2, told on standard error', (_, args) => {
  const { status, stdout, stderr } = rightsdesk(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^error: .*\n/);
});

test.each([
  ['mail', 'import', '--controller', 'chinook', 'lib/cli/main.ts'],
  ['suppress', 'check', '/dev/null'],
  ['staff', 'list'],
])('%s %s goes by the settings of the instance that runs beside it', async (...args) => {
  const { url, drop } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-beside-'));
  const settings = instanceSettings({ databaseUrl: url, blobDir: join(folder, 'blobs'), sourceUrl: url });
  writeFileSync(join(folder, 'environment.json'), JSON.stringify(settings));
  const { stderr } = rightsdesk(args, { RIGHTSDESK_DATA: folder, DATABASE_URL: '', BASE_URL: '' });
  expect(stderr).not.toContain('settings are missing');
  rmSync(folder, { recursive: true });
  await drop();
});

test('what is missing is said in a sentence without a stack', () => {
  const { status, stderr } = rightsdesk(['migrate'], { DATABASE_URL: '' });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'DATABASE_URL is missing: set it to postgresql://user:password@host:port/database.\n',
  });
});

test('migrate applies what is missing once, and says so as data', async () => {
  const { url, drop } = await testDatabase('template1');
  const first = rightsdesk(['migrate', '--json'], { DATABASE_URL: url });
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toEqual({ applied: expect.arrayContaining([expect.stringMatching(/^\d{14}_/)]) });
  expect(JSON.parse(rightsdesk(['migrate', '--json'], { DATABASE_URL: url }).stdout)).toEqual({ applied: [] });
  await drop();
});

test('check tells a database that was not migrated from one that was', async () => {
  const [migrated, bare] = [await testDatabase(), await testDatabase('template1')];
  const good = rightsdesk(['check', 'database', '--json'], { DATABASE_URL: migrated.url });
  expect({ status: good.status, ...JSON.parse(good.stdout) }).toMatchObject({
    status: 0,
    ok: true,
    checks: [{ check: 'database', problems: [] }],
  });
  const bad = rightsdesk(['check', 'database', '--json'], { DATABASE_URL: bare.url });
  expect({ status: bad.status, ...JSON.parse(bad.stdout) }).toMatchObject({
    status: 1,
    ok: false,
    checks: [{ problems: [expect.stringContaining('npm run migrate')] }],
  });
  await Promise.all([migrated.drop(), bare.drop()]);
});

test('check config names each setting that is missing or wrong, and what to write', () => {
  const { status, stderr } = rightsdesk(['check', 'config'], { DATABASE_URL: 'mysql://x', MASTER_KEYS: 'short:YWJj' });
  expect(status).toBe(1);
  expect(stderr).toContain('DATABASE_URL must be postgresql://');
  expect(stderr).toContain('openssl rand -base64 32');
});
