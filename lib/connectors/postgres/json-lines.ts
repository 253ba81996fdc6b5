const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * Undoes the escaping of COPY's text format in a stream of JSON rows, and cuts it into chunks of whole lines.
 * JSON itself has no raw control characters, so the only doubled byte is the backslash. A column of type `json` keeps the white space it was
 * stored with, line ends included: COPY writes these as a backslash and a letter, and a space means the same to a reader of JSON.
 * @see https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT
 */
export async function* jsonLines(copied: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let escaped = false;
  for await (const chunk of copied) {
    const out = Buffer.allocUnsafe(chunk.length + 1);
    let length = 0;
    for (const byte of chunk) {
      if (escaped) {
        out[length++] = byte === BACKSLASH ? BACKSLASH : SPACE;
        escaped = false;
      } else if (byte === BACKSLASH) {
        escaped = true;
      } else {
        out[length++] = byte;
      }
    }
    const text = out.subarray(0, length);
    const end = text.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, text]);
    } else {
      yield Buffer.concat([rest, text.subarray(0, end)]);
      rest = Buffer.from(text.subarray(end));
    }
  }
  if (rest.length > 0) yield rest;
}
