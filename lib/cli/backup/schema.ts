import { z } from 'zod';

const entry = { sha256: z.string().regex(/^[0-9a-f]{64}$/), sizeBytes: z.number().int().min(0) };

/** `backup.json`, the last file of a backup: what it holds and what each part of it must hash to. */
export const backupSchema = z.strictObject({
  format: z.literal('rightsdesk-backup/1'),
  madeAt: z.iso.datetime(),
  /** Migrations of the database, in order, and the newest of the job queue's own. */
  migrations: z.array(z.string()).min(1),
  queueMigration: z.number().int(),
  /** In an order in which each table comes after those it refers to. */
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
      ...entry,
    }),
  ),
  blobs: z.array(z.strictObject({ key: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/), ...entry })),
});

export type Backup = z.output<typeof backupSchema>;

export const CONTENTS = 'backup.json';

export const pathOfTable = ({ schema, name }: { schema: string; name: string }): string =>
  `database/${schema}.${name}.copy`;

export const pathOfBlob = (key: string): string => `blobs/${key}`;
