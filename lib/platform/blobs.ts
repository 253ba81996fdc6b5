import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/platform/env';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { type Bytes, openStream, sealStream } from '@/lib/platform/vault/sealed-stream';

// Keys are made here and in the database; the check keeps a wrong one from leaving the folder.
function fileOf(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key))
    throw new Error('A blob key has lower-case letters, digits, dashes and slashes only');
  return path.join(path.resolve(env().BLOB_DIR), key);
}

/**
 * Writes an encrypted file. It appears under its key only when it is whole: a killed process leaves no half file behind a key.
 * @returns bytes stored.
 */
export async function putBlob(key: string, caseKey: CaseKey, source: Bytes): Promise<number> {
  const file = fileOf(key);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await pipeline(
      Readable.from(sealStream(caseKey, source, key)),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}

/** The decrypted content. @throws when it is missing, was changed or lay under another key. */
export const readBlob = (key: string, caseKey: CaseKey): AsyncIterable<Buffer> =>
  openStream(caseKey, createReadStream(fileOf(key)), key);

export const deleteBlob = (key: string): Promise<void> => rm(fileOf(key), { force: true });

/** Everything below a folder of keys, such as one case. */
export const deleteBlobsUnder = (folder: string): Promise<void> => rm(fileOf(folder), { force: true, recursive: true });
