import { readBlob } from '@/lib/platform/blobs';
import { unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { endDownload } from './mutations';
import type { Download } from './types';

/**
 * The ZIP, decrypted as it is sent; when the last byte is gone, or the other side is, the attempt is closed with what was sent.
 * Constant memory: a piece is read when the one before it has been taken.
 */
export function downloadStream(download: Download): ReadableStream<Uint8Array> {
  const pieces = readBlob(download.blobKey, unwrapCaseKey(download.wrappedKey))[Symbol.asyncIterator]();
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        try {
          const piece = await pieces.next();
          if (piece.done) {
            await endDownload(download, sent, new Date());
            stream.close();
            return;
          }
          sent += piece.value.byteLength;
          stream.enqueue(piece.value);
        } catch (error) {
          await endDownload(download, sent, new Date());
          throw error;
        }
      },
      async cancel() {
        await pieces.return?.();
        await endDownload(download, sent, new Date());
      },
    },
    { highWaterMark: 1 },
  );
}
