import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import type { Brought } from '@/lib/features/suppression/data';
import { OperatorError } from '@/lib/platform/operator-error';

export const BROUGHT_FORMATS = ['lines', 'csv', 'ndjson'] as const;

export type BroughtFormat = (typeof BROUGHT_FORMATS)[number];

type Source = {
  /** Null: standard input. */
  readonly file: string | null;
  readonly format: BroughtFormat;
  /** Column of a CSV or key of a line of NDJSON → kind; of plain lines the one kind under ''. */
  readonly columns: ReadonlyMap<string, string>;
};

/**
 * The identifiers of a file or of standard input, streamed. Lines count from 1, as editors do.
 * @throws OperatorError for a file that cannot be read, or a line that is not of the format
 */
export async function* brought({ file, format, columns }: Source): AsyncGenerator<Brought> {
  const input = file === null ? process.stdin : createReadStream(file);
  const unreadable = new Promise<never>((_, fail) => {
    input.once('error', (error: Error) => fail(new OperatorError(`${file ?? 'standard input'}: ${error.message}`)));
  });
  unreadable.catch(() => undefined);
  const lines = format === 'csv' ? csvLines(input, columns) : textLines(input, format, columns);
  for (;;) {
    const next = await Promise.race([lines.next(), unreadable]);
    if (next.done) return;
    yield next.value;
  }
}

type Input = NodeJS.ReadableStream;

async function* textLines(
  input: Input,
  format: 'lines' | 'ndjson',
  columns: Source['columns'],
): AsyncGenerator<Brought> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    if (format === 'ndjson') yield* ofRecord(objectOf(text, line), line, columns);
    else for (const kind of columns.values()) yield { line, kind, value: text.trim() };
  }
}

function objectOf(text: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, as for a value that is no object.
  }
  throw new OperatorError(`Line ${line} is not an object of JSON. Say --format lines or csv if it is something else.`);
}

async function* csvLines(input: Input, columns: Source['columns']): AsyncGenerator<Brought> {
  const checked = (header: string[]): string[] => {
    const missing = [...columns.keys()].find((name) => !header.includes(name));
    if (missing !== undefined)
      throw new OperatorError(`There is no column "${missing}". The first line has ${header.join(', ')}.`);
    return header;
  };
  const parser = input.pipe(parse({ bom: true, columns: checked, info: true, trim: true, skip_empty_lines: true }));
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>)
      yield* ofRecord(record, info.lines, columns);
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError(`This is not CSV: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function* ofRecord(
  record: Readonly<Record<string, unknown>>,
  line: number,
  columns: Source['columns'],
): Generator<Brought> {
  for (const [name, kind] of columns) {
    const value = record[name];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      yield { line, kind, value: String(value).trim() };
  }
}
