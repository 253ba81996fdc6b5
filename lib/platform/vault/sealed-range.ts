import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { type ByteRange, bytesIn } from '@/lib/domain/fulfilment/byte-range';
import { type Bytes, CHUNK_BYTES, HEADER_BYTES, openChunks, TAG_BYTES } from './sealed-stream';

const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** What of a sealed stream has to be read before any chunk can be opened. */
export const HEADER: ByteRange = { from: 0, to: HEADER_BYTES - 1 };

/** Where a range of the content lies in a sealed stream: in which whole chunks, and where in these. */
export type SealedPlace = {
  readonly sealed: ByteRange;
  readonly firstChunk: number;
  readonly chunks: number;
  readonly within: ByteRange;
};

/** @param sizeBytes of the whole sealed stream @param range of the content, something of which is there */
export function sealedPlace(sizeBytes: number, { from, to }: ByteRange): SealedPlace {
  const chunks = Math.max(1, Math.ceil((sizeBytes - HEADER_BYTES) / SEALED_CHUNK_BYTES));
  const [first, last] = [from, to].map((at) => Math.min(chunks - 1, Math.floor(at / CHUNK_BYTES))) as [number, number];
  return {
    sealed: {
      from: HEADER_BYTES + first * SEALED_CHUNK_BYTES,
      to: Math.min(sizeBytes, HEADER_BYTES + (last + 1) * SEALED_CHUNK_BYTES) - 1,
    },
    firstChunk: first,
    chunks,
    within: { from: from - first * CHUNK_BYTES, to: to - first * CHUNK_BYTES },
  };
}

/**
 * A range of the content. Each chunk of it is authenticated by its number, its place as the last or not the last, and its context, as when the
 * whole is read: chunks that were changed, moved or left out are noticed. @throws at the first of them
 */
export async function* openRange(
  key: Uint8Array,
  header: Bytes,
  source: Bytes,
  context: string,
  { firstChunk, chunks, within }: SealedPlace,
): AsyncGenerator<Buffer> {
  const prefix = await buffer(Readable.from(header));
  const opened = openChunks(
    { key, prefix: () => prefix, context, isLast: (no) => no === chunks - 1 },
    source,
    firstChunk,
  );
  for await (const piece of bytesIn(opened, within))
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}
