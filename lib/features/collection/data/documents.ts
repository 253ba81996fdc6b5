import type { BundleDocument } from '@/lib/documents/bundle/write';
import { endingOf } from '@/lib/domain/inquiry/document-kind';
import { type DataRecord, parseRecord } from '@/lib/domain/records/json-text';
import { type CaseRow, keyOf } from '@/lib/features/case-file/data/case';
import { readBlob } from '@/lib/platform/blobs';
import { db } from '@/lib/platform/db/client';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';
import { RecordsMissing } from './records';

/**
 * The documents that these records still name, in their order. A record that is hidden, or of which the name or the sum of its document is,
 * brings none.
 */
export async function* documentsOf(
  row: CaseRow,
  collectionId: string,
  lines: AsyncIterable<{ readonly bytes: Uint8Array }>,
): AsyncGenerator<BundleDocument> {
  const kept = await db().collectedDocument.findMany({ where: { caseId: row.id, collectionId } });
  if (kept.length === 0) return;
  let number = 0;
  for await (const { document, sha256 } of recordsOf(lines)) {
    if (typeof document !== 'string') continue;
    const found = kept.find((one) => one.sha256 === sha256 && nameOf(row, one) === document);
    if (!found) continue;
    number += 1;
    yield {
      name: `${String(number).padStart(3, '0')}-${plainName(document)}${endingOf(found.mediaType)}`,
      mediaType: found.mediaType,
      bytes: contentOf(found.blobKey, keyOf(row)),
    };
  }
}

/** Opened when its turn comes. @throws RecordsMissing */
async function* contentOf(blobKey: string, key: CaseKey): AsyncGenerator<Buffer> {
  const content = await readBlob(blobKey, key);
  if (!content) throw new RecordsMissing('the file of a document is gone');
  yield* content;
}

async function* recordsOf(lines: AsyncIterable<{ readonly bytes: Uint8Array }>): AsyncGenerator<DataRecord> {
  for await (const { bytes } of lines)
    for (const line of Buffer.from(bytes).toString('utf8').split('\n')) if (line !== '') yield parseRecord(line);
}

const nameOf = (row: CaseRow, { id, sealedName }: { id: string; sealedName: Uint8Array }): string =>
  String(openJson(keyOf(row), sealedName, `document:${id}`));

/** What of a name is safe on every file system; the record has it as it was given. */
const plainName = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'document';
