import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '@/lib/platform/root';

// What a production installation does not have.
const ONLY_TO_BUILD = ['tsx', 'esbuild', '@esbuild', 'typescript', 'prisma', 'tailwindcss', '@tailwindcss'];
const COPIED = ['lib', 'emails', 'prisma', 'package.json', 'package-lock.json', 'tsconfig.json'];

// A checkout of its own, so that no build of this test lies beside the sources others work on.
let checkout: string;

const run = (args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const rightsdesk = (...args: string[]) => run(['lib/cli/rightsdesk.js', ...args]);

function linkPackages(without: readonly string[]): void {
  const modules = join(checkout, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!without.includes(name)) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
}

const BUILD =
  "import('./lib/cli/build-commands.ts').then(async ({ buildCommands }) => console.log(await buildCommands()))";

// Each command and the report's thread are parts of their own; a package that is missing shows when its part is loaded.
const LOAD_ALL = `import { readdirSync } from 'node:fs';
for (const part of readdirSync('dist').filter((name) => name.endsWith('.js'))) await import('./dist/' + part);
process.exit(0);`;

beforeAll(() => {
  checkout = realpathSync(mkdtempSync(join(tmpdir(), 'rightsdesk-checkout-')));
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(checkout, path), { recursive: true, preserveTimestamps: true });
  linkPackages([]);
  expect(run(['--import', 'tsx', '-e', BUILD])).toEqual({ status: 0, stdout: 'built\n', stderr: '' });
});

afterAll(() => rmSync(checkout, { recursive: true }));

test('the same sources are not built twice', () => {
  expect(run(['--import', 'tsx', '-e', BUILD]).stdout).toBe('kept\n');
});

test('built code runs without what only builds, every part of it', () => {
  linkPackages(ONLY_TO_BUILD);
  expect(rightsdesk('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(run(['--input-type=module', '-e', LOAD_ALL])).toMatchObject({ status: 0, stderr: '' });
  linkPackages([]);
});

test('a changed source is run as it stands now, not as it was built', () => {
  const file = join(checkout, 'lib', 'cli', 'main.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Look at the audit log', 'Look at the log as it is now'));
  expect(rightsdesk('--help').stdout).toContain('Look at the log as it is now');
});
