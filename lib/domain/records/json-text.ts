/**
 * A value of a record that stays the JSON text its source wrote: a list, an object, or a number that a double would round.
 * Reading it into JavaScript would lose digits, the first of two equal keys, and `1.10` for `1.1`.
 */
export class JsonText {
  constructor(readonly text: string) {}
}

/** A record with its values exact; a reader never has to know more of JSON than this. */
export type DataRecord = Readonly<Record<string, unknown>>;

const SPACE = /[ \t\n\r]/;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function afterSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && SPACE.test(text[i]!)) i++;
  return i;
}

/** The place after the string that opens at `at`. */
function afterString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  throw new SyntaxError('a string of a record does not end');
}

/** The place after the value that begins at `at`. */
function afterValue(text: string, at: number): number {
  const first = text[at];
  if (first === '"') return afterString(text, at);
  if (first !== '{' && first !== '[') {
    const rest = /[,\]}\s]/g;
    rest.lastIndex = at;
    return rest.exec(text)?.index ?? text.length;
  }
  let depth = 0;
  const marks = /["{}[\]]/g;
  marks.lastIndex = at;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    if (found[0] === '"') marks.lastIndex = afterString(text, found.index);
    else depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  throw new SyntaxError('a value of a record does not end');
}

/** One value as JSON writes it, without losing anything of it. */
export function jsonValue(written: string): unknown {
  if (written.startsWith('"')) return JSON.parse(written) as string;
  if (Object.hasOwn(WORDS, written)) return WORDS[written];
  if (written.startsWith('{') || written.startsWith('[')) return new JsonText(written);
  const number = Number(written);
  // -0, 1.0, 1e400 and 9007199254740993 would not come back as they were written.
  return written !== '' && String(number) === written ? number : new JsonText(written);
}

/**
 * The record by the platform's own reader, several times as fast, where that demonstrably loses nothing: what it read is written again
 * letter by letter as it came. Null where it is not, or holds lists and objects, and has to be read member by member.
 */
function readWhole(line: string): DataRecord | null {
  if (line[0] !== '{') return null;
  let record: DataRecord;
  try {
    record = JSON.parse(line) as DataRecord;
  } catch {
    // Its message would quote the record.
    return null;
  }
  for (const name in record) if (typeof record[name] === 'object' && record[name] !== null) return null;
  return JSON.stringify(record) === line ? record : null;
}

/**
 * Reads one record, a JSON object on one line, without losing anything of its values.
 * @throws SyntaxError where it is not one
 */
export const parseRecord = (line: string): DataRecord => readWhole(line) ?? readMembers(line);

// Unlike assignment, this also keeps a column of the name "__proto__".
const readMembers = (line: string): DataRecord =>
  Object.fromEntries(membersOf(line, '{').map(({ name, value }) => [name!, value]));

/** The parts of a list or an object in their order, without losing anything of their values; those of a list have no name. */
export const jsonMembers = (json: string): { readonly name: string | null; readonly value: unknown }[] =>
  membersOf(json, json.startsWith('[') ? '[' : '{');

function membersOf(text: string, open: '{' | '['): { name: string | null; value: unknown }[] {
  const members: { name: string | null; value: unknown }[] = [];
  const close = open === '{' ? '}' : ']';
  let at = afterSpace(text, 0);
  if (text[at] !== open) throw new SyntaxError('a record is not a JSON object');
  at = afterSpace(text, at + 1);
  while (text[at] !== close) {
    let name: string | null = null;
    if (open === '{') {
      const nameEnd = afterString(text, at);
      name = JSON.parse(text.slice(at, nameEnd)) as string;
      at = afterSpace(text, nameEnd);
      if (text[at] !== ':') throw new SyntaxError('a name in a record has no value');
      at = afterSpace(text, at + 1);
    }
    const to = afterValue(text, at);
    members.push({ name, value: jsonValue(text.slice(at, to)) });
    at = afterSpace(text, to);
    if (text[at] === ',') at = afterSpace(text, at + 1);
    else if (text[at] !== close) throw new SyntaxError('a record does not end');
  }
  return members;
}

/** A value as JSON, letter by letter as its source wrote it. */
export const jsonOf = (value: unknown): string => (value instanceof JsonText ? value.text : JSON.stringify(value));

/** The record as one line of JSON, without a line end; what `parseRecord` reads. */
export const recordJson = (record: DataRecord): string =>
  Object.values(record).every((value) => !(value instanceof JsonText))
    ? JSON.stringify(record)
    : `{${Object.entries(record)
        .map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`)
        .join(',')}}`;

/** A value as a person reads it and a cell holds it: text as it is, nothing for null and undefined, everything else as its JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : jsonOf(value);
}

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;

/**
 * Puts other JSON in the place of some strings, names and numbers of a JSON text; null leaves one as it is.
 * @param change is told whether the text is the name of a member, in whose place only a string may stand
 */
export const mapJsonTexts = (json: string, change: (text: string, isName: boolean) => string | null): string =>
  json.replace(TOKENS, (token: string, text: string | undefined, colon: string | undefined) => {
    if (token === 'null') return token;
    const changed = change(text === undefined ? token : (JSON.parse(text) as string), colon !== undefined);
    return changed === null ? token : changed + (colon ?? '');
  });
