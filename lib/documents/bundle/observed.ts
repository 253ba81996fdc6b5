import { isHiddenMark } from '@/lib/domain/fulfilment/hidden-mark';
import { KIND, type RecordLine } from '@/lib/domain/records/record-line';

/** The types of JSON Schema, as far as a value of a record has one. */
export type ValueType = 'array' | 'boolean' | 'number' | 'object' | 'string';

/** Formats of JSON Schema. */
export type ValueFormat = 'date' | 'date-time';

const [LIST, DOLLAR] = [0x5b, 0x24];
const SHORTEST_INSTANT = 20;
const DATE_LENGTH = 10;
const FORMATS = [
  ['date', /^\d{4}-\d{2}-\d{2}$/u],
  ['date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u],
] as const;

/** What was seen of the values of one field while the records passed. */
export class Observed {
  readonly types = new Set<ValueType>();
  /** Format that all of its texts have; null once one has not, and where there was none. */
  format: ValueFormat | null = null;
  /** Records that have the field with a value, and those of them in which it is hidden, wholly or partly. */
  values = 0;
  hidden = 0;
  #kinds = 0;
  #texts = 0;

  add(line: RecordLine, member: number): void {
    const kind = line.kind[member]!;
    if (kind === KIND.nothing) return;
    this.values += 1;
    if (kind === KIND.nested && line.bytes[line.from[member]! + 2] === DOLLAR && isHiddenMark(line.textOf(member))) {
      this.hidden += 1;
      return;
    }
    if (kind === KIND.text || kind === KIND.escaped) this.#look(line, member);
    else if (kind === KIND.nested) this.types.add(line.bytes[line.from[member]!] === LIST ? 'array' : 'object');
    // A set that is asked for every value of a million records would take longer than reading them.
    if ((this.#kinds & (1 << kind)) !== 0) return;
    this.#kinds |= 1 << kind;
    if (kind !== KIND.nested)
      this.types.add(kind === KIND.truth ? 'boolean' : kind === KIND.number ? 'number' : 'string');
  }

  #look(line: RecordLine, member: number): void {
    this.#texts += 1;
    if (this.#texts > 1 && this.format === null) return;
    const length = line.to[member]! - line.from[member]! - 2;
    const format = length === DATE_LENGTH || length >= SHORTEST_INSTANT ? formatOf(line.textOf(member)) : null;
    this.format = this.#texts === 1 || this.format === format ? format : null;
  }
}

const formatOf = (text: string): ValueFormat | null => FORMATS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
