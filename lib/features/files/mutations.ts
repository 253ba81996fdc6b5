import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/domain/case/actor';
import type { MessageFile } from '@/lib/domain/case/types';
import { documentName } from '@/lib/domain/inquiry/document-kind';
import { type FileProblem, FILES_BYTES, type SentFile, takeFiles } from '@/lib/domain/files/take';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { deleteBlob, putBlob } from '@/lib/platform/blobs';
import { scan } from '@/lib/platform/clamd';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

// A field without a file is sent as a file without content, and without a name; by a form that scripts send it has this one.
const NAMES_OF_NONE = ['', 'undefined'];

/** The files that a field of a form sent; what is too much is not read. */
export async function sentFiles(fields: readonly unknown[]): Promise<SentFile[]> {
  const files = fields.filter(
    (one): one is File => one instanceof File && (one.size > 0 || !NAMES_OF_NONE.includes(one.name)),
  );
  const tooMuch = files.reduce((sum, { size }) => sum + size, 0) > FILES_BYTES;
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: tooMuch ? new Uint8Array(FILES_BYTES + 1) : new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** Has the files of a message scanned and seals them in the vault, before the message is written that names them. */
export async function keepFiles(
  caseId: string,
  sent: readonly SentFile[],
): Promise<{ readonly files: readonly MessageFile[] } | FileProblem> {
  const taken = takeFiles(sent);
  if ('problem' in taken) return taken;
  if (taken.files.length === 0) return { files: [] };
  // As they came: what is kept of a picture is less, and what a scanner knows may be in the rest.
  for (const { name, bytes } of sent) {
    const scanned = await scan(bytes);
    if (scanned !== 'clean') return { problem: scanned, name: documentName(name) };
  }
  const row = await caseRow(caseId);
  if (!row) throw new Error(`Case ${caseId} vanished`);
  const files: MessageFile[] = [];
  for (const { name, bytes, mediaType } of taken.files) {
    const id = newId();
    const blobKey = `cases/${caseId}/files/${id}`;
    await putBlob(blobKey, keyOf(row), [bytes]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ id, name, mediaType, bytes: bytes.length, sha256, blobKey });
  }
  return { files };
}

/** Takes back what was sealed for a message that was then not written. */
export async function dropFiles(files: readonly MessageFile[]): Promise<void> {
  for (const { blobKey } of files) await deleteBlob(blobKey);
}

/** Tells the log that a file of a message was opened. */
export async function recordFileRead(
  about: { readonly id: string; readonly controllerId: string; readonly reference: string },
  fileId: string,
  actor: Actor,
  at: Date,
): Promise<void> {
  const { id: caseId, controllerId, reference } = about;
  await appendAudit(db(), actor, { caseId, controllerId, reference }, [{ kind: 'FileRead', data: { fileId } }], at);
}
