import path from 'node:path';
import { Command } from 'commander';
import { blobStore } from '@/lib/platform/blob-store/open';
import { restoreBackup } from '../backup/restore';
import { settings } from '../settings';

async function restore(file: string): Promise<void> {
  const { DATABASE_URL } = settings();
  const place = {
    ownerUrl: process.env.MIGRATION_DATABASE_URL || DATABASE_URL,
    applicationUrl: DATABASE_URL,
    blobs: blobStore(),
  };
  const { madeAt, tables, blobs } = await restoreBackup(place, path.resolve(file), (line) => console.error(line));
  console.log(
    `Restored as of ${madeAt}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows, ${blobs.length} files. Every part is as it was written.`,
  );
  console.log(
    'Start with the same keys. Then check the log against a checkpoint that was kept outside: rightsdesk audit verify.',
  );
}

export const restoreCommand = new Command('restore').argument('<file>', 'the ZIP that "backup" wrote').action(restore);
