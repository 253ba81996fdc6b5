import { columnsOf } from '@/lib/domain/bundle/columns';
import type { BundleField } from '@/lib/domain/bundle/types';
import type { CopiedLines } from '@/lib/domain/fulfilment/copy';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { eachLine, recordAt } from '@/lib/domain/records/lines';
import { RecordLine } from '@/lib/domain/records/record-line';
import { type Rows, ViewerRows } from '../viewer/rows';
import { CsvBytes } from './csv-bytes';
import { type Deflated, Deflating } from './deflated';
import { JsonFile } from './json-file';
import { Observed } from './observed';

export type RecordsInput = {
  readonly fields: readonly BundleField[];
  /** The records from the first; read once, and again only where one of them has a key that none of the first had. */
  readonly read: () => AsyncIterable<CopiedLines>;
  /** What a reader is told where something is hidden. */
  readonly words: HiddenWords;
  /** How many of the first are kept for the printed report. */
  readonly keepFirst: number;
  /** Takes the parts of the viewer in their order: the rows of its page as number 0, those of the scripts beside it from 1. */
  readonly part: (no: number, rows: Rows) => Promise<void>;
  /** Hears of the records that passed, in their order. */
  readonly passed: (lines: CopiedLines, count: number) => Promise<void>;
};

/** The files of one collection, compressed and put aside, and what was learnt while its records passed. */
export type RecordFiles = {
  readonly count: number;
  /** What was seen of each key, in the order in which they came. */
  readonly observed: ReadonlyMap<string, Observed>;
  readonly first: readonly DataRecord[];
  /** In the form that the number of records has. */
  readonly json: Deflated;
  readonly csv: Deflated;
  /** Null where no cell needed it. */
  readonly spreadsheetCsv: Deflated | null;
};

/** Makes all files of a collection while its records pass once, as bytes: nothing is decoded that need not be. */
export async function recordFiles(input: RecordsInput): Promise<RecordFiles> {
  const [line, json, observed, first] = [
    new RecordLine(),
    new JsonFile(),
    new Array<Observed>(),
    new Array<DataRecord>(),
  ];
  const viewer = new ViewerRows(input.words);
  let [csv, count, parts, writing]: [CsvFiles | null, number, number, Promise<unknown>] = [
    null,
    0,
    0,
    Promise.resolve(),
  ];
  const handOver = async (last: boolean): Promise<void> => {
    const rows = viewer.take(last);
    const files = [json.write(), csv?.write()];
    for (const one of rows) await input.part(parts++, one);
    await Promise.all(files);
  };
  try {
    for await (const lines of input.read()) {
      csv ??= new CsvFiles(input, namesIn(lines.bytes, line));
      const own = csv;
      const before = count;
      eachLine(lines.bytes, (from, to) => {
        line.read(lines.bytes, from, to);
        for (let member = 0; member < line.count; member++)
          (observed[line.name[member]!] ??= new Observed()).add(line, member);
        const members = own.add(line);
        json.add(line);
        viewer.add(line, members);
        if (first.length < input.keepFirst) first.push(recordAt(lines.bytes, from, to));
        count += 1;
      });
      // The compressors work on this while the next records are looked at.
      await writing;
      writing = Promise.all([handOver(false), input.passed(lines, count - before)]);
      writing.catch(() => undefined);
    }
    await writing;
    csv ??= new CsvFiles(input, []);
    await handOver(true);
    if (csv.incomplete) {
      await csv.drop();
      csv = await csvAgain(input, line.names, count);
    }
    const written = await csv.end();
    const keys = new Map(line.names.map((name, no) => [name, observed[no] ?? new Observed()]));
    return { count, observed: keys, first, json: await json.end(), ...written };
  } catch (error) {
    await writing.catch(() => undefined);
    await Promise.all([json.drop(), csv?.drop()]);
    throw error;
  }
}

function namesIn(bytes: Uint8Array, line: RecordLine): readonly string[] {
  eachLine(bytes, (from, to) => line.read(bytes, from, to));
  return line.names;
}

/** A record had a key that none of the first had: the CSV files are made once more, with a column for each. */
async function csvAgain(input: RecordsInput, names: readonly string[], expected: number): Promise<CsvFiles> {
  const [line, csv] = [new RecordLine(), new CsvFiles(input, names)];
  let count = 0;
  try {
    for await (const { bytes } of input.read()) {
      eachLine(bytes, (from, to) => {
        line.read(bytes, from, to);
        csv.add(line);
        count += 1;
      });
      await csv.write();
    }
    // Files of one bundle that disagree would be worse than no bundle.
    if (count !== expected || csv.incomplete)
      throw new Error(`the records changed while the bundle was made: ${expected}, then ${count}`);
    return csv;
  } catch (error) {
    await csv.drop();
    throw error;
  }
}

/** The CSV and its guarded copy, which is thrown away where no cell needed it. */
class CsvFiles {
  /** Whether a record had a key without a column. */
  incomplete = false;
  readonly #plain: CsvBytes;
  readonly #guarded: CsvBytes;
  readonly #files = [new Deflating(), new Deflating()] as const;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #columnOf: number[] = [];
  readonly #members: number[];

  constructor({ fields, words }: Pick<RecordsInput, 'fields' | 'words'>, keys: readonly string[]) {
    const names = columnsOf(fields, keys).map(({ name }) => name);
    this.#plain = new CsvBytes(names, false, words);
    this.#guarded = new CsvBytes(names, true, words);
    this.#columns = new Map(names.map((name, column) => [name, column]));
    this.#members = names.map(() => -1);
  }

  /** @returns for each column, its member of the line; -1 where it has none. Another call overwrites it. */
  add(line: RecordLine): readonly number[] {
    this.#members.fill(-1);
    for (let member = 0; member < line.count; member++) {
      const column = (this.#columnOf[line.name[member]!] ??= this.#columnAt(line, member));
      this.#members[column] = member;
    }
    this.#plain.add(line, this.#members);
    this.#guarded.add(line, this.#members);
    return this.#members;
  }

  async write(): Promise<void> {
    const [plain, guarded] = this.#files;
    await Promise.all([plain.write(this.#plain.take()), guarded.write(this.#guarded.take())]);
  }

  async end(): Promise<{ csv: Deflated; spreadsheetCsv: Deflated | null }> {
    await this.write();
    const [csv, guarded] = await Promise.all(this.#files.map((file) => file.end()));
    if (this.#guarded.guardNeeded) return { csv: csv!, spreadsheetCsv: guarded! };
    await guarded!.drop();
    return { csv: csv!, spreadsheetCsv: null };
  }

  async drop(): Promise<void> {
    await Promise.all(this.#files.map((file) => file.drop()));
  }

  /** Keys that came late stand behind all others: in what is kept of this try, earlier rows are only shorter. */
  #columnAt(line: RecordLine, member: number): number {
    const known = this.#columns.get(line.names[line.name[member]!]!);
    if (known !== undefined) return known;
    this.incomplete = true;
    return this.#members.push(-1) - 1;
  }
}
