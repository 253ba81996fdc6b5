import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { BlobStore } from '@/lib/platform/blob-store/store';
import { migrate } from '@/lib/platform/migrate';
import { OperatorError } from '@/lib/platform/operator-error';
import { type Backup, backupSchema, CONTENTS, pathOfBlob, pathOfTable } from './schema';
import { copied, quoted, type Table, tablesOf, versionsOf } from './tables';

/** `ownerUrl` makes the tables, `applicationUrl` is let in afterwards; `blobs` takes the encrypted files. */
type Place = { readonly ownerUrl: string; readonly applicationUrl: string; readonly blobs: BlobStore };

/**
 * Puts a backup into an empty database and an empty place for blobs. All of it is there afterwards, each part as it was written, or nothing.
 * @throws OperatorError when there is something already, or the backup is of another version or not whole
 */
export async function restoreBackup(
  { ownerUrl, applicationUrl, blobs }: Place,
  file: string,
  onProgress: (line: string) => void,
): Promise<Backup> {
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true }).catch((error: Error) => {
    throw new OperatorError(`${file} cannot be read as a backup (${error.message}).`);
  });
  try {
    const entries = await entriesOf(zip);
    const backup = await contentsOf(zip, entries, file);
    await requireEmpty(ownerUrl, blobs);
    await migrate(ownerUrl, applicationUrl);
    await fill(ownerUrl, blobs, backup, new Reader(zip, entries), onProgress);
    return backup;
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

async function contentsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, file: string): Promise<Backup> {
  const entry = entries.get(CONTENTS);
  const text = entry ? (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8') : 'null';
  const parsed = backupSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new OperatorError(`${file} is not a backup of Rightsdesk, or not whole.`);
  return parsed.data;
}

async function requireEmpty(url: string, blobs: BlobStore): Promise<void> {
  const probed = await blobs.probe();
  if (!probed.ok) throw new OperatorError(probed.problem);
  for await (const _ of blobs.keys())
    throw new OperatorError(
      `${probed.place} is not empty: a backup is put beside nothing. Lead BLOB_DIR or RIGHTSDESK_DATA to an empty folder, or BLOB_URL to an empty prefix.`,
    );
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const table of await tablesOf(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
      if (rowCount)
        throw new OperatorError(
          `The database holds something already (${table.name}): a backup is put into an empty one. Make a new database and lead DATABASE_URL there.`,
        );
    }
  } finally {
    await client.end();
  }
}

/** Reads parts of the backup and says of each, when it is at its end, whether it is as it was written. */
class Reader {
  constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  async pour(name: string, sha256: string, into: NodeJS.WritableStream): Promise<void> {
    await pipeline(this.bytes(name, sha256), into);
  }

  /** @throws OperatorError before the end: what is not as it was written must not count as complete */
  async *bytes(name: string, sha256: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new OperatorError(`The backup lacks ${name}: it is not whole, and nothing was restored.`);
    const hash = createHash('sha256');
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
    if (hash.digest('hex') !== sha256)
      throw new OperatorError(`${name} is not as it was written into the backup: nothing was restored.`);
  }
}

async function fill(
  url: string,
  blobs: BlobStore,
  backup: Backup,
  reader: Reader,
  onProgress: (line: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await requireSameVersion(client, backup);
    await client.query('BEGIN');
    for (const table of backup.tables) {
      await fillTable(client, table, reader);
      onProgress(`${table.name}: ${table.rows} rows`);
    }
    await continueNumbers(client);
    for (const { key, sha256 } of backup.blobs) await blobs.put(key, reader.bytes(pathOfBlob(key), sha256));
    await client.query('COMMIT');
  } catch (error) {
    // Nothing lay there before; the transaction ends with its connection.
    await blobs.deleteAll();
    throw error;
  } finally {
    await client.end();
  }
}

async function requireSameVersion(client: Client, { migrations, queueMigration }: Backup): Promise<void> {
  const now = await versionsOf(client);
  if (now.queueMigration === queueMigration && now.migrations.join() === migrations.join()) return;
  const newest = migrations.at(-1);
  throw new OperatorError(
    `The backup was made by another version of Rightsdesk (its newest migration is ${newest}): restore it with that version, then update.`,
  );
}

async function fillTable(
  client: Client,
  table: Table & { rows: number; sha256: string },
  reader: Reader,
): Promise<void> {
  const copy = client.query(copyFrom(`COPY ${copied(table)} FROM STDIN`));
  await reader.pour(pathOfTable(table), table.sha256, copy);
  if (copy.rowCount !== table.rows)
    throw new OperatorError(`${table.name} took ${copy.rowCount} rows instead of ${table.rows}: nothing was restored.`);
}

/** Numbers go on after the highest that is there, as if they had been given here. */
async function continueNumbers(client: Client): Promise<void> {
  for (const table of await tablesOf(client)) {
    for (const column of table.columns) {
      const { rows } = await client.query<{ sequence: string | null }>(
        'SELECT pg_get_serial_sequence($1, $2) AS sequence',
        [quoted(table), column],
      );
      const sequence = rows[0]?.sequence;
      if (sequence)
        await client.query(
          `SELECT setval($1, highest) FROM (SELECT max(${client.escapeIdentifier(column)}) AS highest FROM ${quoted(table)}) AS there WHERE highest IS NOT NULL`,
          [sequence],
        );
    }
  }
}
