import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { blobStore } from '@/lib/platform/blob-store/open';
import { OperatorError } from '@/lib/platform/operator-error';
import { writeBackup } from '../backup/write';
import { settings } from '../settings';

async function backup(file: string): Promise<void> {
  const { DATABASE_URL } = settings();
  const target = path.resolve(file);
  if (existsSync(target)) throw new OperatorError(`${file} is there already: a backup takes the place of none.`);
  const place = { url: process.env.MIGRATION_DATABASE_URL || DATABASE_URL, blobs: blobStore() };
  const { rows, blobs, sizeBytes, sha256, missing } = await writeBackup(place, target, new Date(), (line) =>
    console.error(line),
  );
  for (const key of missing)
    console.error(`! ${key} is named in the database and is not among the blobs: destroyed a moment ago, or lost`);
  console.log(`${file}: ${rows} rows, ${blobs} files, ${sizeBytes} bytes, SHA-256 ${sha256}`);
  console.log(
    'What is personal in it is sealed. The keys (MASTER_KEYS, INDEX_KEY, SIGNING_KEY) are not in it: without them it opens for nobody.',
  );
}

export const backupCommand = new Command('backup').argument('<file>', 'the ZIP to write').action(backup);
