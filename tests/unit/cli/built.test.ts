import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, rememberBuild } from '@/lib/platform/built.js';

let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rightsdesk-built-'));
  write('node_modules/.package-lock.json', '{}');
  write('node_modules/tsx/package.json', '{}');
  write('lib/one.ts', 'export const one = 1;');
  write('dist/main.js', '');
});

afterEach(() => rmSync(root, { recursive: true }));

const build = (): void => rememberBuild(root, { sources: ['lib/one.ts', 'lib/none.ts'], outputs: ['main.js'] });

test('nothing is built before the first build', () => {
  expect(isBuilt(root)).toBe(false);
});

test('what was built from the sources as they are counts', () => {
  build();
  expect(isBuilt(root)).toBe(true);
});

test('a source of another length, of another time, gone, or come since asks for the sources', () => {
  build();
  write('lib/one.ts', 'export const one = 11;');
  expect(isBuilt(root)).toBe(false);
  build();
  utimesSync(join(root, 'lib/one.ts'), new Date(1_000), new Date(1_000));
  expect(isBuilt(root)).toBe(false);
  build();
  rmSync(join(root, 'lib/one.ts'));
  expect(isBuilt(root)).toBe(false);
  build();
  write('lib/none.ts', '');
  expect(isBuilt(root)).toBe(false);
});

test('where the packages that build are not installed, what was built counts whatever the sources look like', () => {
  build();
  rmSync(join(root, 'node_modules/tsx'), { recursive: true });
  utimesSync(join(root, 'lib/one.ts'), new Date(1_000), new Date(1_000));
  expect(isBuilt(root)).toBe(true);
});

test('without any package nothing can run as it was built', () => {
  build();
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(isBuilt(root)).toBe(false);
});
