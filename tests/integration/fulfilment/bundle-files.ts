import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { readBlob } from '@/lib/platform/blobs';
import { db } from '@/lib/platform/db/client';
import { pageTexts } from '../bundle/pdf-text';
import { filesOf } from '../bundle/unpack';

/** The sealed bundle of a case: its row, its ZIP as the requester downloads it, and every file in that. */
export async function bundleOf(caseId: string, folder: string) {
  const row = await db().bundle.findFirstOrThrow({ where: { caseId, state: 'sealed' } });
  const zip = await buffer(Readable.from((await readBlob(row.blobKey!, keyOf((await caseRow(caseId))!)))!));
  const file = path.join(folder, `${row.id}.zip`);
  await writeFile(file, zip);
  return { row, zip, file, files: await filesOf(file) };
}

/** Everything that can be read in a file: the text of a PDF, the bytes of any other. */
export const readable = (name: string, bytes: Buffer): string =>
  name.endsWith('.pdf') ? pageTexts(bytes).join('\n').replace(/\s+/g, ' ') : bytes.toString('utf8');
