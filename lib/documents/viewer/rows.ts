import { withWords } from '@/lib/domain/fulfilment/hidden-mark';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { ByteWriter } from '@/lib/domain/records/byte-writer';
import { cellText, JsonText } from '@/lib/domain/records/json-text';
import { KIND, type RecordLine } from '@/lib/domain/records/record-line';
import { scriptJson } from './html';

type Most = { readonly records: number; readonly bytes: number };

/** What stands in the page itself: it opens at once, and shows these also where it was taken out of its folder. */
const IN_PAGE: Most = { records: 500, bytes: 400_000 };

/** What one file beside the page holds: read while somebody waits, and a few of them fit into any memory. */
const IN_CHUNK: Most = { records: 2000, bytes: 1_000_000 };

const [LESS_THAN, QUOTE, COMMA, NEWLINE, LIST, LIST_END] = [0x3c, 0x22, 0x2c, 0x0a, 0x5b, 0x5d];
const ESCAPED_LESS_THAN = new TextEncoder().encode('\\u003c');

/** Rows as a part of the viewer holds them: JSON arrays with a text for each column, a row a line, commas between. */
export type Rows = { readonly bytes: Uint8Array; readonly count: number };

/** Cuts records into what stands in the page and what stands in the scripts beside it, the page's own first. */
export class ViewerRows {
  readonly #out = new ByteWriter();
  readonly #whole: Rows[] = [];
  #count = 0;
  #most = IN_PAGE;

  /** @param words what a reader is told where something is hidden */
  constructor(private readonly words: HiddenWords) {}

  /** @param members for each column, its member of the line; -1 where it has none */
  add(line: RecordLine, members: readonly number[]): void {
    if (this.#count > 0) {
      this.#out.byte(COMMA);
      this.#out.byte(NEWLINE);
    }
    this.#out.byte(LIST);
    members.forEach((member, i) => {
      if (i > 0) this.#out.byte(COMMA);
      this.#text(line, member);
    });
    this.#out.byte(LIST_END);
    this.#count += 1;
    if (this.#count >= this.#most.records || this.#out.length >= this.#most.bytes) this.#end();
  }

  /** What became whole since the last call. @param last whether no more comes, so that the rest is whole too */
  take(last: boolean): readonly Rows[] {
    if (last && this.#count > 0) this.#end();
    return this.#whole.splice(0);
  }

  #end(): void {
    this.#whole.push({ bytes: this.#out.take(), count: this.#count });
    this.#count = 0;
    this.#most = IN_CHUNK;
  }

  #text(line: RecordLine, member: number): void {
    const kind = member === -1 ? KIND.nothing : line.kind[member]!;
    if (kind === KIND.nested)
      return this.#out.text(scriptJson(cellText(withWords(new JsonText(line.textOf(member)), this.words))));
    const isText = kind === KIND.text || kind === KIND.escaped;
    if (!isText) this.#out.byte(QUOTE);
    if (kind !== KIND.nothing) this.#safe(line.bytes, line.from[member]!, line.to[member]!);
    if (!isText) this.#out.byte(QUOTE);
  }

  /** Nothing in a script may look as if it ended it. */
  #safe(bytes: Uint8Array, from: number, to: number): void {
    let start = from;
    for (let at = from; at < to; at++) {
      if (bytes[at] !== LESS_THAN) continue;
      this.#out.copy(bytes, start, at);
      this.#out.all(ESCAPED_LESS_THAN);
      start = at + 1;
    }
    this.#out.copy(bytes, start, to);
  }
}
