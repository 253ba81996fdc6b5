import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes from memory, a file or a network. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export const CHUNK_BYTES = 256 * 1024;
const PREFIX_BYTES = 7;
export const TAG_BYTES = 16;
export const HEADER_BYTES = PREFIX_BYTES;

// The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): nonce = random prefix, chunk counter, last-chunk flag.
// Every chunk is authenticated before it is used, and cutting, swapping or dropping chunks is noticed.
function nonce(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.set(prefix, 0);
  bytes.writeUInt32BE(counter, PREFIX_BYTES);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/**
 * Encrypts a stream in chunks of 256 KiB, in constant memory.
 * @param context bound as additional data: a file moved to another's place does not open.
 */
export async function* sealStream(key: Uint8Array, source: Bytes, context: string): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX_BYTES);
  yield prefix;
  let counter = 0;
  const encrypt = (chunk: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, counter++, last)).setAAD(Buffer.from(context));
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  for await (const { chunk, last } of inChunks(source, CHUNK_BYTES)) yield encrypt(chunk, last);
}

/** How chunks of one sealed stream are opened. @param isLast by the number of a chunk and whether nothing came behind it */
type Opening = {
  readonly key: Uint8Array;
  readonly prefix: () => Uint8Array;
  readonly context: string;
  readonly isLast: (no: number, isEnd: boolean) => boolean;
};

/** @param first number of the first chunk of `source` @throws at the first that does not stand where it was sealed */
export async function* openChunks(
  { key, prefix, context, isLast }: Opening,
  source: Bytes,
  first: number,
): AsyncGenerator<Buffer> {
  let no = first;
  for await (const { chunk, last } of inChunks(source, CHUNK_BYTES + TAG_BYTES)) {
    if (prefix().length < PREFIX_BYTES || chunk.length < TAG_BYTES) throw new Error('A sealed file ends too early');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix(), no, isLast(no, last)))
      .setAAD(Buffer.from(context))
      .setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
    yield Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG_BYTES)), decipher.final()]);
    no += 1;
  }
}

/** @throws at the first chunk that was changed, reordered or is missing, or belongs to another context. */
export async function* openStream(key: Uint8Array, source: Bytes, context: string): AsyncGenerator<Buffer> {
  let header = Buffer.alloc(0);
  async function* body(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      if (header.length >= HEADER_BYTES) yield bytes;
      else {
        header = Buffer.concat([header, bytes]);
        if (header.length >= HEADER_BYTES) yield header.subarray(HEADER_BYTES);
      }
    }
  }
  const prefix = (): Uint8Array => header.subarray(0, HEADER_BYTES);
  yield* openChunks({ key, prefix, context, isLast: (_, isEnd) => isEnd }, body(), 0);
}

/** Cuts a stream into chunks of one size and says which is the last; an empty stream has one empty chunk. */
async function* inChunks(source: Bytes, size: number): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const bytes of source) {
    pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    length += bytes.byteLength;
    if (length <= size) continue;
    let rest = Buffer.concat(pieces);
    while (rest.length > size) {
      yield { chunk: rest.subarray(0, size), last: false };
      rest = rest.subarray(size);
    }
    pieces = [rest];
    length = rest.length;
  }
  yield { chunk: Buffer.concat(pieces), last: true };
}
