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
    let text = chunk;
    // Most chunks hold no backslash: these pass as they came.
    if (escaped || chunk.includes(BACKSLASH)) [text, escaped] = unescaped(chunk, escaped);
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

/** @param escaped whether the chunk before ended in a backslash that stands for what comes first here */
function unescaped(chunk: Buffer, escaped: boolean): [text: Buffer, escaped: boolean] {
  const out = Buffer.allocUnsafe(chunk.length);
  let [length, open] = [0, escaped];
  for (let at = 0; at < chunk.length;) {
    if (open) {
      out[length++] = chunk[at++] === BACKSLASH ? BACKSLASH : SPACE;
      open = false;
      continue;
    }
    const next = chunk.indexOf(BACKSLASH, at);
    const end = next === -1 ? chunk.length : next;
    chunk.copy(out, length, at, end);
    length += end - at;
    at = end + 1;
    open = next !== -1;
  }
  return [out.subarray(0, length), open];
}
