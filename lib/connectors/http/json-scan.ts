/** What cannot be read as the JSON that the map describes; carries no text of the answer. */
export class ScanError extends Error {}

// One record, and all that stands around the records, are held in memory; the records together never are.
const RECORD_SIGNS = 16 * 1024 * 1024;
const ENVELOPE_SIGNS = 1024 * 1024;

const MARKS = /["{}[\]]/g;
const TEXT_MARKS = /["\\]/g;
const SPACE = /^[ \t\r\n]$/;

/**
 * Reads an answer as it comes and gives each record, as the text that its source wrote: numbers keep their digits, and memory does not grow with
 * the number of records. `at` are the names that lead to them through objects; there stands a list of objects, one object, or null for none.
 */
export class JsonScan {
  /** The answer with null in the place of the records: what stands around them. */
  envelope = '';
  /** Whether something stood where the records are to be. */
  reached = false;
  private depth = 0;
  private inText = false;
  private escaped = false;
  /** The open objects and lists, and how many names of `at` lead to each; null where it is another way. */
  private readonly open: { readonly list: boolean; readonly matched: number | null; name: string | null }[] = [];
  private text = '';
  private readonly records: string[] = [];
  /** `around`: outside the records. `between`: in their list. `record`: in one of them. */
  private state: 'around' | 'between' | 'record' = 'around';
  private inList = false;
  private recordDepth = 0;

  constructor(private readonly at: readonly string[]) {}

  /** @returns the records that are whole by now. @throws ScanError */
  feed(chunk: string): string[] {
    for (let at = 0; at < chunk.length;) {
      const to = this.state === 'record' && !this.escaped ? this.nextMark(chunk, at) : at;
      if (to > at) this.keep(chunk.slice(at, to));
      else this.take(chunk[at]!);
      at = Math.max(to, at + 1);
    }
    return this.records.splice(0);
  }

  /** @returns what stands around the records. @throws ScanError where the answer is not whole */
  end(): unknown {
    if (this.state !== 'around' || this.depth !== 0 || this.inText)
      throw new ScanError('its answer ends in the middle');
    try {
      return JSON.parse(this.envelope);
    } catch {
      throw new ScanError(this.envelope.trim() === '' ? 'its answer is empty' : 'its answer is no JSON');
    }
  }

  private take(sign: string): void {
    if (this.state === 'record') this.inRecord(sign);
    else if (this.state === 'between') this.betweenRecords(sign);
    else this.aroundRecords(sign);
  }

  /** Where the next sign stands that may begin or end something in a record; what comes before it is kept as it is. */
  private nextMark(chunk: string, from: number): number {
    const marks = this.inText ? TEXT_MARKS : MARKS;
    marks.lastIndex = from;
    return marks.exec(chunk)?.index ?? chunk.length;
  }

  private keep(text: string): void {
    this.text += text;
    if (this.text.length > RECORD_SIGNS) throw new ScanError('one of its records is larger than 16 MiB');
  }

  private inRecord(sign: string): void {
    this.keep(sign);
    if (this.withinText(sign)) return;
    if (sign === '{' || sign === '[') this.recordDepth += 1;
    if (sign !== '}' && sign !== ']') return;
    this.recordDepth -= 1;
    if (this.recordDepth > 0) return;
    this.records.push(whole(this.text));
    this.text = '';
    this.state = this.inList ? 'between' : 'around';
  }

  private betweenRecords(sign: string): void {
    if (SPACE.test(sign) || sign === ',') return;
    if (sign === '{') this.begin();
    else if (sign === ']') {
      this.state = 'around';
      this.add('null');
    } else throw new ScanError('something in the list of its records is no object');
  }

  private begin(): void {
    this.state = 'record';
    this.recordDepth = 1;
    this.text = '{';
  }

  /** Whether a sign is part of a string; follows where strings begin and end. */
  private withinText(sign: string): boolean {
    if (!this.inText) {
      if (sign === '"') this.inText = true;
      return this.inText;
    }
    if (this.escaped) this.escaped = false;
    else if (sign === '\\') this.escaped = true;
    else if (sign === '"') this.inText = false;
    return true;
  }

  private add(text: string): void {
    this.envelope += text;
    if (this.envelope.length > ENVELOPE_SIGNS)
      throw new ScanError('more than 1 MiB stands around its records; "records" does not lead to them');
  }

  /** How many names lead to a value that begins now; null where it is another way. */
  private matched(): number | null {
    const parent = this.open.at(-1);
    if (parent === undefined) return 0;
    if (parent.list || parent.matched === null) return null;
    return parent.name === this.at[parent.matched] ? parent.matched + 1 : null;
  }

  private aroundRecords(sign: string): void {
    const wasText = this.inText;
    if (this.withinText(sign)) {
      this.add(sign);
      if (!wasText) this.text = '';
      this.text += sign;
      if (!this.inText) this.named();
      return;
    }
    if (sign === '{' || sign === '[') this.opens(sign);
    else {
      if (sign === '}' || sign === ']') this.closes();
      this.add(sign);
      const parent = this.open.at(-1);
      if (sign === ',' && parent !== undefined) parent.name = null;
    }
  }

  /** A string has ended: a name where an object waits for one. */
  private named(): void {
    const parent = this.open.at(-1);
    if (parent === undefined || parent.list || parent.name !== null) return;
    parent.name = JSON.parse(this.text) as string;
    if (parent.matched === this.at.length - 1 && parent.name === this.at[parent.matched]) this.reached = true;
  }

  private opens(sign: '{' | '['): void {
    const matched = this.matched();
    if (matched === this.at.length) {
      this.reached = true;
      if (sign === '[') [this.state, this.inList] = ['between', true];
      else {
        this.add('null');
        this.inList = false;
        this.begin();
      }
      return;
    }
    this.open.push({ list: sign === '[', matched, name: null });
    this.depth += 1;
    this.add(sign);
  }

  private closes(): void {
    this.open.pop();
    this.depth -= 1;
  }
}

/** @throws ScanError where it is no JSON */
function whole(record: string): string {
  try {
    JSON.parse(record);
    return record;
  } catch {
    throw new ScanError('one of its records is no JSON');
  }
}
