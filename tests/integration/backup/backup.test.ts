import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { serverUrl } from '@/tests/support/database';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { collecting, submit } from '../requests/walk';
import { aPerson } from '../staff/people';

const run = promisify(execFile);

const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-backup-'));
const file = path.join(folder, 'backup.zip');
const made: string[] = [];

let instance: TestInstance;
let caseId: string;
let checkpoint: string;
beforeAll(async () => {
  instance = await anInstance();
  await aPerson();
  const { caseId: collected, taskId } = await collecting({ details: 'tab\t, backslash N \\N,\nnewline' });
  caseId = collected;
  await collectFromSystem(taskId, new AbortController().signal);
  await sealLog();
  checkpoint =
    (await instance.sql.query<{ note: string }>('SELECT note FROM "Checkpoint" ORDER BY "treeSize" DESC LIMIT 1'))
      .rows[0]?.note ?? '';
  await submit({ name: 'Not sealed yet' });
}, 120_000);
afterAll(async () => {
  await instance.stop();
  for (const name of made) await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function anEmptyDatabase(): Promise<string> {
  const name = `restored_${randomBytes(5).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE template0`);
  made.push(name);
  return Object.assign(new URL(serverUrl()), { pathname: `/${name}` }).href;
}

const rightsdesk = (args: string[], settings: Record<string, string> = {}) =>
  run(process.execPath, ['lib/cli/rightsdesk.js', ...args], { env: { ...process.env, ...settings } });
const failing = (args: string[], settings: Record<string, string> = {}): Promise<string> =>
  rightsdesk(args, settings).then(
    () => 'did not fail',
    ({ stderr }: { stderr: string }) => stderr,
  );

/** Every row of every table as text, by table; but when migrations ran, which is each database's own. */
async function everyRow(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{
    name: string;
  }>(`SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker') AND c.relname NOT IN ('_prisma_migrations', 'migrations') ORDER BY 1`);
  const all: Record<string, string[]> = {};
  for (const { name } of tables)
    all[name] = (await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`)).rows.map(
      ({ row }) => row,
    );
  await client.end();
  return all;
}

const blobsIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => path.join(one.parentPath, one.name))
      .map((name) => [path.relative(dir, name), readFileSync(name).toString('base64')]),
  );

/** The product as a process on another database would have it. */
async function processOn(url: string, blobDir: string) {
  await (await import('@/lib/platform/db/client')).closeDb();
  vi.resetModules();
  Object.assign(process.env, { DATABASE_URL: url, BLOB_DIR: blobDir });
  const [log, records, cases] = [
    await import('@/lib/features/log/loaders/log'),
    await import('@/lib/features/collection/data/records'),
    await import('@/lib/features/case-file/data/case'),
  ];
  return {
    log,
    records,
    cases,
    seal: (await import('@/lib/features/log/mutations/seal')).sealLog,
    submit: (await import('../requests/walk')).submit,
  };
}

describe('a backup', { timeout: 180_000 }, () => {
  const before = { url: '', blobs: '' };
  it('is written while everything runs, holds no key and nothing readable of a person, and takes the place of none', async () => {
    Object.assign(before, { url: process.env.DATABASE_URL, blobs: process.env.BLOB_DIR });
    const { stdout, stderr } = await rightsdesk(['backup', file]);
    expect(stdout).toMatch(/backup\.zip: \d+ rows, [1-9]\d* files/);
    expect(stderr).not.toContain('!');
    const bytes = readFileSync(file);
    for (const secret of [process.env.INDEX_KEY ?? '', 'Gonçalves']) expect(bytes.includes(secret)).toBe(false);
    expect(await failing(['backup', file])).toContain('is there already');
  });

  it('comes back to the row and the byte; the log continues the checkpoint that was kept, and goes on', async () => {
    const [url, blobs] = [await anEmptyDatabase(), path.join(folder, 'restored')];
    const { stdout } = await rightsdesk(['restore', file], { DATABASE_URL: url, BLOB_DIR: blobs });
    expect(stdout).toContain('Every part is as it was written.');
    const [there, here] = [await everyRow(before.url), await everyRow(url)];
    expect(Object.keys(here).length).toBeGreaterThan(25);
    expect(here).toEqual(there);
    expect(blobsIn(blobs)).toEqual(blobsIn(before.blobs));

    const { log, records, cases, seal, submit: submitThere } = await processOn(url, blobs);
    expect((await cases.answersOf((await cases.caseRow(caseId))!)).name).toBe('Luís Gonçalves');
    const [{ collectionId }] = (
      await instance.sql.query<{ collectionId: string }>(
        `SELECT "collectionId" FROM "SourceResult" WHERE "caseId" = $1 AND records > 0 LIMIT 1`,
        [caseId],
      )
    ).rows as [{ collectionId: string }];
    expect((await records.readRecords(caseId, collectionId, 0, 5)).length).toBeGreaterThan(0);
    await submitThere({ name: 'After the restore' });
    await seal();
    expect(await log.loadLogHealth()).toMatchObject({ state: 'verified' });
    let exported = '';
    for await (const piece of log.exportedJson({}, [], new Date())) exported += piece;
    expect(verifyExportedLog(exported, undefined, [checkpoint])).toMatchObject({
      ok: true,
      value: { complete: true, unsealed: 0 },
    });
    await processOn(before.url, before.blobs);
  });

  it('is not put over anything', async () => {
    const [url, blobs] = [await anEmptyDatabase(), path.join(folder, 'twice')];
    expect(await failing(['restore', file], { DATABASE_URL: before.url, BLOB_DIR: blobs })).toMatch(
      /The database holds something already/,
    );
    expect(await failing(['restore', file], { DATABASE_URL: url, BLOB_DIR: before.blobs })).toContain('is not empty');
  });

  it('that was changed is refused as a whole', async () => {
    const [url, blobs, changed] = [
      await anEmptyDatabase(),
      path.join(folder, 'changed'),
      path.join(folder, 'changed.zip'),
    ];
    copyFileSync(file, changed);
    // Past the tables: in the middle of the encrypted files, which the database does not know the content of.
    const bytes = readFileSync(changed);
    // A local header is 30 bytes long, then come the name and an extra field, whose lengths stand at 26 and 28 (APPNOTE 4.3.7).
    const name = bytes.indexOf('blobs/cases/');
    const at = name + bytes.readUInt16LE(name - 4) + bytes.readUInt16LE(name - 2) + 20;
    const handle = openSync(changed, 'r+');
    writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at);
    expect(await failing(['restore', changed], { DATABASE_URL: url, BLOB_DIR: blobs })).not.toContain('did not fail');
    expect(Object.values(await everyRow(url)).flat()).toEqual([]);
    expect(readdirSync(blobs)).toEqual([]);
    expect(await failing(['restore', path.join(folder, 'none.zip')], { DATABASE_URL: url, BLOB_DIR: blobs })).toContain(
      'cannot be read as a backup',
    );
  });
});
