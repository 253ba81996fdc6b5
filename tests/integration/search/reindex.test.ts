import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const run = promisify(execFile);
const newKey = (): string => randomBytes(32).toString('base64');

const instance = instanceOfFile();

/** The product as a process started with these keys would have it. */
async function processWith(keys: string) {
  await (await import('@/lib/platform/db/client')).closeDb();
  vi.resetModules();
  process.env.INDEX_KEY = keys;
  const [search, { wantedBy }, { casesOf }, { submit }] = [
    await import('@/lib/features/search/mutations'),
    await import('@/lib/domain/search/wanted'),
    await import('@/lib/features/search/data'),
    await import('../requests/walk'),
  ];
  const found = async (text: string) =>
    (await Promise.all(wantedBy(text, ['CK']).map((wanted) => casesOf(wanted, { controllerIds: [] })))).flatMap(
      ({ ids }) => ids,
    );
  return { ...search, submit, found };
}

const entries = async (): Promise<string[]> =>
  (
    await instance.sql.query<{ one: string }>(
      `SELECT "caseId" || kind || encode(digest, 'hex') AS one FROM "BlindIndexEntry" ORDER BY 1`,
    )
  ).rows.map(({ one }) => one);

describe('indexing anew', () => {
  const [first, second] = [newKey(), newKey()];

  it('after a change of INDEX_KEY: found under the old key meanwhile, then without it; broken off and begun again', async () => {
    const before = await processWith(first);
    const cases = new Map<string, string>();
    for (let no = 0; no < 7; no++)
      cases.set(`Person${no}`, (await before.submit({ name: `Person${no} Of Many` })).caseId);
    const old = await entries();

    const between = await processWith(`${second},${first}`);
    for (const [name, caseId] of cases) expect(await between.found(name)).toEqual([caseId]);
    expect(await between.leftToIndex()).toBe(7);
    expect(await between.reindexCases(3)).toBe(3);
    expect(await between.leftToIndex()).toBe(4);
    for (const [name, caseId] of cases) expect(await between.found(name)).toEqual([caseId]);
    const { stdout } = await run(process.execPath, ['lib/cli/rightsdesk.js', 'reindex'], { env: process.env });
    expect(stdout).toContain('4 cases were indexed anew');
    expect(stdout).toContain('may be taken out of INDEX_KEY');
    expect(await between.leftToIndex()).toBe(0);

    const after = await processWith(second);
    for (const [name, caseId] of cases) expect(await after.found(name)).toEqual([caseId]);
    const now = await entries();
    expect(now).toHaveLength(old.length);
    expect(now.filter((entry) => old.includes(entry))).toEqual([]);
  });

  it('takes cases that were never marked, and what was indexed by older forms; forgets what is forgotten', async () => {
    const { submit, found, reindexCases, leftToIndex } = await processWith(second);
    await reindexCases(1000);
    const [unmarked, older, forgotten] = [
      await submit({ name: 'Una Marked' }),
      await submit({ name: 'Olda Forms' }),
      await submit({ name: 'Forga Gotten' }),
    ];
    await instance.sql.query(`DELETE FROM "BlindIndexEntry" WHERE "caseId" = ANY($1)`, [
      [unmarked.caseId, older.caseId],
    ]);
    await instance.sql.query(`UPDATE "Case" SET "indexedAs" = NULL WHERE id = ANY($1)`, [
      [unmarked.caseId, forgotten.caseId],
    ]);
    await instance.sql.query(`UPDATE "Case" SET "indexedAs" = '1:00000000' WHERE id = $1`, [older.caseId]);
    await instance.sql.query(`UPDATE "CaseKey" SET "wrappedKey" = NULL, "destroyedAt" = now() WHERE "caseId" = $1`, [
      forgotten.caseId,
    ]);
    expect(await leftToIndex()).toBe(3);
    expect(await reindexCases(1000)).toBe(3);
    expect(await found('Marked')).toEqual([unmarked.caseId]);
    expect(await found('Forms')).toEqual([older.caseId]);
    expect(await found('Gotten')).toEqual([]);
    expect(await leftToIndex()).toBe(0);
  });
});
