import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureLanguages } from '@/lib/cli/bootstrap/languages.js';
import { pageTexts } from '../bundle/pdf-text';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MESSAGES = 'lib/platform/i18n/messages';
// Esperanto, whose words here are the English ones between marks of their own: a text that is not among them was not asked for.
const ADDED = 'eo';
const STAFF = ['desk.json', 'dpo.json'];

type Texts = { [key: string]: string | Texts };

const marked = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? `«${text}»` : marked(text)]),
  );

const checkout = mkdtempSync(join(tmpdir(), 'rightsdesk-language-'));

type Walk = Record<'form' | 'check' | 'status' | 'mail', string[]> & Record<'name' | 'sent' | 'title' | 'pdf', string>;

let walk: Walk;

beforeAll(async () => {
  for (const name of ['lib', 'emails', 'tests/support', 'tests/unit', 'tests/integration/bundle'])
    cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'node_modules', 'public', 'controllers'])
    symlinkSync(join(ROOT, name), join(checkout, name));
  mkdirSync(join(checkout, MESSAGES, ADDED));
  for (const file of readdirSync(join(ROOT, MESSAGES, 'en')).filter((name) => !STAFF.includes(name))) {
    const texts = JSON.parse(readFileSync(join(ROOT, MESSAGES, 'en', file), 'utf8')) as Texts;
    writeFileSync(join(checkout, MESSAGES, ADDED, file), JSON.stringify(marked(texts)));
  }
  ensureLanguages(checkout);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/support/languages/walk.ts', ADDED],
    { cwd: checkout, maxBuffer: 64 * 1024 * 1024 },
  );
  walk = JSON.parse(stdout) as Walk;
}, 300_000);

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

test('a language that has its files has its name, and a request in it is taken', () => {
  expect(walk.name).toBe('Esperanto');
  expect(walk.sent).toBe(ADDED);
});

test.each(['form', 'check', 'mail'] as const)('every text of the %s is of that language', (part) => {
  expect(walk[part].length).toBeGreaterThan(1);
  for (const text of walk[part]) expect(text).toContain('«');
});

test('the status says in it what comes next and why on that day, with the day as that language says it', () => {
  const day = walk.status.pop();
  for (const text of walk.status) expect(text).toMatch(/«.*»/s);
  expect(day).toMatch(/decembro/i);
});

test('the copy is printed in it', () => {
  const pages = pageTexts(Buffer.from(walk.pdf, 'base64')).join('').replace(/\s+/g, '');
  expect(walk.title).toContain('«');
  expect(pages).toContain(walk.title.replace(/\s+/g, ''));
});
