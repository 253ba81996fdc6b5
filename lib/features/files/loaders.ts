import 'server-only';
import { Readable } from 'node:stream';
import type { Actor } from '@/lib/domain/case/actor';
import { MESSAGE_AUTHORS, type MessageAuthor } from '@/lib/domain/case/types';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { readBlob } from '@/lib/platform/blobs';
import { openText, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { BODY_BYTES } from '@/lib/platform/web-headers';
import { fileOf } from './data';
import { recordFileRead } from './mutations';

/** A file of a message for the desk that reads it; that it was opened is a line of the log. */
export const loadFileOfDesk = (staffId: string, caseId: AuthorizedCaseId, id: string, now: Date = new Date()) =>
  fileAnswer(caseId, id, MESSAGE_AUTHORS, { kind: 'staff', id: staffId }, now);

/** The same for anybody who may read it. @param authors of whose messages */
export async function fileAnswer(
  caseId: AuthorizedCaseId,
  id: string,
  authors: readonly MessageAuthor[],
  actor: Actor,
  now: Date,
): Promise<Response | null> {
  const found = await fileOf(caseId, id, authors);
  const wrappedKey = found?.case.key?.wrappedKey;
  if (!found || !wrappedKey) return null;
  const key = unwrapCaseKey(wrappedKey);
  const name = openText(key, found.sealedName, `file:${id}`);
  const content = await readBlob(found.blobKey, key);
  if (!content) return null;
  await recordFileRead(found.case, id, actor, now);
  return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': found.mediaType,
      [BODY_BYTES]: String(found.bytes),
      // Whatever it is, it is saved and not shown: nothing in it runs with somebody's session here (RFC 6266, RFC 8187).
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'cache-control': 'no-store',
    },
  });
}
