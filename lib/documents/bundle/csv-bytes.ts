import { csvLine, CSV_BYTE_ORDER_MARK, guarded, quote } from '@/lib/domain/bundle/csv';
import { needsGuardAt } from '@/lib/domain/bundle/guard-line';
import { withWords } from '@/lib/domain/fulfilment/hidden-mark';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { ByteWriter } from '@/lib/domain/records/byte-writer';
import { cellText, JsonText } from '@/lib/domain/records/json-text';
import { KIND, type RecordLine } from '@/lib/domain/records/record-line';

const [COMMA, QUOTE, RETURN, NEWLINE, APOSTROPHE] = [0x2c, 0x22, 0x0d, 0x0a, 0x27];

/**
 * Records as CSV (RFC 4180) under a line of column names, from their lines of JSON.
 * @param spreadsheet whether cells that a spreadsheet program would run or alter are marked as text, which alters them; such a file is for
 * people, who read `words` where something is hidden
 */
export class CsvBytes {
  readonly #out = new ByteWriter();
  /** Whether a spreadsheet program could run or alter any cell that passed; known only where such cells are marked. */
  guardNeeded = false;

  constructor(
    columns: readonly string[],
    private readonly spreadsheet: boolean,
    private readonly words: HiddenWords,
  ) {
    this.#out.text(CSV_BYTE_ORDER_MARK + csvLine(spreadsheet ? columns.map(guarded) : columns));
  }

  /** @param members for each column, its member of the line; -1 where it has none */
  add(line: RecordLine, members: readonly number[]): void {
    members.forEach((member, i) => {
      if (i > 0) this.#out.byte(COMMA);
      if (member !== -1) this.#cell(line, member);
    });
    this.#out.byte(RETURN);
    this.#out.byte(NEWLINE);
  }

  take(): Uint8Array {
    return this.#out.take();
  }

  #cell(line: RecordLine, member: number): void {
    const kind = line.kind[member]!;
    if (kind === KIND.nothing) return;
    const marked = this.spreadsheet && needsGuardAt(line, member);
    this.guardNeeded ||= marked;
    if (kind === KIND.escaped || kind === KIND.nested) {
      const written = line.textOf(member);
      const forPeople = this.spreadsheet && kind === KIND.nested;
      const text = forPeople ? cellText(withWords(new JsonText(written), this.words)) : written;
      this.#out.text(quote(marked ? `'${text}` : text));
      return;
    }
    const inner = kind === KIND.text ? 1 : 0;
    const [from, to] = [line.from[member]! + inner, line.to[member]! - inner];
    // A text without a backslash has no quotes and no line ends in it; a number or a truth has no commas either.
    const quoted = inner === 1 && hasComma(line.bytes, from, to);
    if (quoted) this.#out.byte(QUOTE);
    if (marked) this.#out.byte(APOSTROPHE);
    this.#out.copy(line.bytes, from, to);
    if (quoted) this.#out.byte(QUOTE);
  }
}

function hasComma(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === COMMA) return true;
  return false;
}
