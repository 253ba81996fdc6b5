import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Erasable, erasable, rehearsed } from './erasable';
import type { End } from './erase-until';
import { KILL_MAP } from './kill-map';

const run = promisify(execFile);
const SCRIPT = path.join(import.meta.dirname, 'erase-until.ts');

let source: Erasable;
let folder: string;

beforeAll(async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE note (id int PRIMARY KEY, author int REFERENCES person);
    INSERT INTO person VALUES (2, 'you@example.com');
    INSERT INTO note VALUES (1000, 2)`);
});
afterAll(() => source.drop());

beforeEach(async () => {
  await source.run(`
    INSERT INTO person VALUES (1, 'me@example.com') ON CONFLICT DO NOTHING;
    INSERT INTO note SELECT n, 1 FROM generate_series(1, 40) n ON CONFLICT DO NOTHING`);
  folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-erase-'));
  return () => rmSync(folder, { recursive: true });
});

const attempt = async (
  end: End,
): Promise<{ kind: string; facts: { collections: { erased: number }[] } } | 'killed'> => {
  const files = [path.join(folder, 'job.json'), path.join(folder, 'journal.json')];
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', SCRIPT, source.writerUrl, ...files, end]);
    return JSON.parse(stdout) as never;
  } catch (cause) {
    if ((cause as { signal?: string }).signal !== 'SIGKILL') throw cause;
    return 'killed';
  }
};

it.each<End>(['first record', 'before the note', 'after the note', 'after the commit'])(
  'killed %s, and tried again: everything has gone once, and the whole is reported',
  async (end) => {
    const { erasure, facts } = await rehearsed(KILL_MAP, { email: ['me@example.com'] }, source);
    writeFileSync(path.join(folder, 'job.json'), JSON.stringify({ erasure, approved: facts }));
    expect(await attempt(end)).toBe('killed');
    const left = await source.read<{ n: number }>('SELECT count(*)::int AS n FROM note');
    expect(left).toEqual([{ n: end === 'after the commit' ? 1 : 41 }]);
    for (const again of [await attempt('never'), await attempt('never')]) {
      expect(again).toMatchObject({ kind: 'erased' });
      expect((again as { facts: { collections: unknown } }).facts.collections).toEqual([
        expect.objectContaining({ collectionId: 'app.person', erased: 1 }),
        expect.objectContaining({ collectionId: 'app.note', erased: 40 }),
      ]);
    }
    expect(await source.read('SELECT id FROM note')).toEqual([{ id: 1000 }]);
    expect(await source.read('SELECT id FROM person')).toEqual([{ id: 2 }]);
  },
);
