/** Bytes of a file from the first to the last, both counted (RFC 9110, section 14.1.2). */
export type ByteRange = { readonly from: number; readonly to: number };

/**
 * What a Range header asks for. Anything but one range of bytes is answered with the whole, as RFC 9110, section 14.2 allows.
 * @returns null for the whole; `unsatisfiable` where nothing of the range exists
 */
export function rangeAsked(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const [first = '', last = ''] = asked.slice(1);
  if (first === '')
    return Number(last) === 0 ? 'unsatisfiable' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  if (last !== '' && Number(last) < Number(first)) return null;
  return Number(first) >= size
    ? 'unsatisfiable'
    : { from: Number(first), to: Math.min(size - 1, last === '' ? size - 1 : Number(last)) };
}

/** Whether pieces that left make up the whole file, in whatever order they left. */
export function isWhole(pieces: readonly { readonly from: number; readonly bytes: number }[], size: number): boolean {
  let reached = 0;
  for (const { from, bytes } of [...pieces].sort((one, other) => one.from - other.from))
    if (from <= reached) reached = Math.max(reached, from + bytes);
  return reached >= size;
}

/** One range of a stream of bytes. */
export async function* bytesIn(pieces: AsyncIterable<Uint8Array>, { from, to }: ByteRange): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of pieces) {
    const [start, end] = [Math.max(0, from - at), Math.min(piece.byteLength, to + 1 - at)];
    if (start < end) yield piece.subarray(start, end);
    at += piece.byteLength;
    if (at > to) return;
  }
}
