import { parseRecord, recordJson } from './json-text';

/** What a value is, told by its first byte; an `escaped` text has a backslash in it, a `nested` value is a list or an object. */
export const KIND = { nothing: 0, truth: 1, number: 2, text: 3, escaped: 4, nested: 5 } as const;

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN, CLOSE, LIST, LIST_END] = [0x22, 0x5c, 0x2c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d];
// A mark of byte order in a value is the value's.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const [SMALL_F, SMALL_N, SMALL_T, MINUS, ZERO, NINE] = [0x66, 0x6e, 0x74, 0x2d, 0x30, 0x39];

/**
 * A record as its line of JSON, in bytes of UTF-8: where each member lies. Nothing is decoded, so a million records cost what reading their bytes
 * costs, and every value stays letter by letter as its source wrote it. One object reads line after line.
 */
export class RecordLine {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the record begins and ends in them. */
  start = 0;
  end = 0;
  /** Members of the line; for the n-th, its place among all names that were met is `name[n]`, its value's bytes are `from[n]` to `to[n]`. */
  count = 0;
  readonly name: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly kind: number[] = [];
  /** Names in the order in which they came. */
  readonly names: string[] = [];
  readonly #written: Uint8Array[] = [];
  readonly #known = new Map<string, number>();

  /** @throws SyntaxError where the bytes are not one record */
  read(bytes: Uint8Array, from: number, to: number): void {
    if (this.#scan(bytes, from, to)) return;
    // White space between the members, or no record at all: the careful reader writes it anew, or says so.
    const plain = new TextEncoder().encode(recordJson(parseRecord(DECODER.decode(bytes.subarray(from, to)))));
    if (!this.#scan(plain, 0, plain.length)) throw new SyntaxError('a record is not a JSON object');
  }

  /** A member's value as text: of a text what it says, else its JSON. */
  textOf(member: number): string {
    const [from, to, kind] = [this.from[member]!, this.to[member]!, this.kind[member]];
    if (kind === KIND.nothing) return '';
    if (kind === KIND.text) return DECODER.decode(this.bytes.subarray(from + 1, to - 1));
    const written = this.writtenOf(member);
    return kind === KIND.escaped ? (JSON.parse(written) as string) : written;
  }

  /** A member's value as the JSON that it is written in. */
  writtenOf(member: number): string {
    return DECODER.decode(this.bytes.subarray(this.from[member]!, this.to[member]!));
  }

  #scan(bytes: Uint8Array, start: number, end: number): boolean {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.count = 0;
    if (bytes[start] !== OPEN) return false;
    let at = start + 1;
    if (bytes[at] === CLOSE) return at + 1 === end;
    for (let member = 0; at < end; member++) {
      const nameEnd = afterString(bytes, at, end);
      if (nameEnd === -1 || bytes[nameEnd] !== COLON) return false;
      this.name[member] = this.#nameAt(member, bytes, at, nameEnd);
      at = nameEnd + 1;
      this.from[member] = at;
      const first = bytes[at]!;
      if (first === QUOTE) {
        let next = at + 1;
        while (next < end && bytes[next] !== QUOTE && bytes[next] !== BACKSLASH) next++;
        const escaped = bytes[next] === BACKSLASH;
        at = escaped ? afterString(bytes, at, end) : next + 1;
        this.kind[member] = escaped ? KIND.escaped : KIND.text;
      } else if (first === OPEN || first === LIST) {
        at = afterNested(bytes, at, end);
        this.kind[member] = KIND.nested;
      } else {
        const kind = kindOf(first);
        if (kind === -1) return false;
        while (at < end && bytes[at] !== COMMA && bytes[at] !== CLOSE) at++;
        // No word and no number has a blank in it.
        if (bytes[at - 1]! <= 0x20) return false;
        this.kind[member] = kind;
      }
      if (at === -1 || at > end) return false;
      this.to[member] = at;
      this.count = member + 1;
      if (bytes[at] === CLOSE) return at + 1 === end;
      if (bytes[at] !== COMMA) return false;
      at++;
    }
    return false;
  }

  /** Records of one collection mostly have the same names in the same order, so the name that stood there last is looked at first. */
  #nameAt(member: number, bytes: Uint8Array, from: number, to: number): number {
    const last = this.name[member];
    if (last !== undefined && sameBytes(this.#written[last]!, bytes, from, to)) return last;
    const written = bytes.slice(from, to);
    const name = JSON.parse(DECODER.decode(written)) as string;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.names.length);
    this.#written.push(written);
    return this.names.push(name) - 1;
  }
}

function kindOf(first: number): number {
  if (first === SMALL_N) return KIND.nothing;
  if (first === SMALL_T || first === SMALL_F) return KIND.truth;
  return first === MINUS || (first >= ZERO && first <= NINE) ? KIND.number : -1;
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}

/** The place after the string that opens at `at`; -1 where none does, or it does not end. */
function afterString(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== QUOTE) return -1;
  for (let next = at + 1; next < end; next++) {
    if (bytes[next] === BACKSLASH) next++;
    else if (bytes[next] === QUOTE) return next + 1;
  }
  return -1;
}

function afterNested(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let next = at; next < end; next++) {
    const byte = bytes[next]!;
    if (byte === QUOTE) {
      next = afterString(bytes, next, end) - 1;
      if (next < 0) return -1;
    } else if (byte === OPEN || byte === LIST) depth++;
    else if (byte === CLOSE || byte === LIST_END) {
      depth--;
      if (depth === 0) return next + 1;
    }
  }
  return -1;
}
