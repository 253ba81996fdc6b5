import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BlobStore } from '@/lib/platform/blob-store/store';
import { type ZipWriter, zipTo } from './zip';
import { type Backup, CONTENTS, pathOfBlob, pathOfTable } from './schema';
import { copied, quoted, type Table, tablesOf, versionsOf } from './tables';

export type Written = {
  readonly rows: number;
  readonly blobs: number;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly missing: readonly string[];
};

type Place = { readonly url: string; readonly blobs: BlobStore };

/**
 * Writes everything of an installation but its keys into one file, while it runs: all tables as of one moment, and after them the encrypted
 * files. A file is there before a row names it, so none that the tables name is missed, but those that were destroyed on purpose meanwhile.
 * @returns with the keys of files that a row names and that are not there
 */
export async function writeBackup(
  { url, blobs: store }: Place,
  file: string,
  madeAt: Date,
  onProgress: (line: string) => void,
): Promise<Written> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const unfinished = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const zip = zipTo(createWriteStream(unfinished, { mode: 0o600, flush: true }), madeAt);
    const named = await namedBlobs(client);
    const versions = await versionsOf(client);
    const tables: Backup['tables'] = [];
    for (const table of await tablesOf(client)) {
      tables.push(await addTable(zip, client, table));
      onProgress(`${table.name}: ${tables.at(-1)?.rows} rows`);
    }
    await client.query('COMMIT');
    const blobs = await addBlobs(zip, store, onProgress);
    const contents: Backup = {
      format: 'rightsdesk-backup/1',
      madeAt: madeAt.toISOString(),
      ...versions,
      tables,
      blobs,
    };
    await zip.add(CONTENTS, 'application/json', [JSON.stringify(contents, null, 2)]);
    const whole = await zip.end();
    await rename(unfinished, file);
    const there = new Set(blobs.map(({ key }) => key));
    return {
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      blobs: blobs.length,
      ...whole,
      missing: named.filter((key) => !there.has(key)),
    };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function addTable(zip: ZipWriter, client: Client, table: Table): Promise<Backup['tables'][number]> {
  const rows = client.query(copyTo(`COPY ${copied(table)} TO STDOUT`));
  const { sizeBytes, sha256 } = await zip.add(pathOfTable(table), 'text/plain', rows);
  return {
    schema: table.schema,
    name: table.name,
    columns: [...table.columns],
    rows: rows.rowCount,
    sizeBytes,
    sha256,
  };
}

/** Every blob that is whole. What is destroyed between being listed and being read is no longer part of the installation. */
async function addBlobs(
  zip: ZipWriter,
  store: BlobStore,
  onProgress: (line: string) => void,
): Promise<Backup['blobs']> {
  const blobs: Backup['blobs'] = [];
  for await (const key of store.keys()) {
    const found = await store.read(key);
    if (!found) continue;
    const { sizeBytes, sha256 } = await zip.add(pathOfBlob(key), 'application/octet-stream', found.bytes);
    blobs.push({ key, sizeBytes, sha256 });
    if (blobs.length % 1000 === 0) onProgress(`${blobs.length} files`);
  }
  return blobs;
}

/** Keys of the files that rows name, in whichever table. */
async function namedBlobs(client: Client): Promise<string[]> {
  const { rows: columns } = await client.query<{ schema: string; name: string; column: string }>(
    `SELECT table_schema AS schema, table_name AS name, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'blobKey'`,
  );
  const keys: string[] = [];
  for (const { column, ...table } of columns) {
    const { rows } = await client.query<{ key: string }>(
      `SELECT ${escapeIdentifier(column)} AS key FROM ${quoted(table)} WHERE ${escapeIdentifier(column)} IS NOT NULL`,
    );
    keys.push(...rows.map(({ key }) => key));
  }
  return keys;
}
