import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dependenciesMatch } from '@/lib/cli/bootstrap/dependencies.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rightsdesk-dependencies-'));
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<string, { version?: string; dev?: true; optional?: true; devOptional?: true }>;

function given(locked: Packages, installed: Packages | null, devDependencies: Record<string, string> = {}): void {
  const packages = { '': { devDependencies }, ...locked };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  if (installed)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
}

const zod = { 'node_modules/zod': { version: '4.6.7' } };

test('nothing installed does not match', () => {
  given(zod, null);
  expect(dependenciesMatch(root)).toBe(false);
});

test('the same versions match', () => {
  given(zod, zod);
  expect(dependenciesMatch(root)).toBe(true);
});

test('another version does not match', () => {
  given(zod, { 'node_modules/zod': { version: '4.6.6' } });
  expect(dependenciesMatch(root)).toBe(false);
});

test('a missing package does not match', () => {
  given({ ...zod, 'node_modules/pg': { version: '8.23.1' } }, zod);
  expect(dependenciesMatch(root)).toBe(false);
});

test('a package for another machine may be missing', () => {
  given({ ...zod, 'node_modules/other': { version: '1.0.0', optional: true } }, zod);
  expect(dependenciesMatch(root)).toBe(true);
});

test('what builds and checks counts too', () => {
  given({ ...zod, 'node_modules/tsx': { version: '4.23.15', dev: true } }, zod);
  expect(dependenciesMatch(root)).toBe(false);
});

test('what we name ourselves must be there, also where another package only would like to find it', () => {
  const locked: Packages = { ...zod, 'node_modules/prisma': { version: '7.10.0', devOptional: true } };
  given(locked, zod);
  expect(dependenciesMatch(root)).toBe(true);
  given(locked, zod, { prisma: '7.10.0' });
  expect(dependenciesMatch(root)).toBe(false);
});
