import { SourceError } from '../port';

// One row is held in memory; more than this is no row.
const ROW_SIGNS = 16 * 1024 * 1024;

/**
 * Rows of a CSV (RFC 4180) under a line of names, each as a record of texts. The separator is a comma, or a semicolon or tab where the line of names
 * has more of these.
 * @throws SourceError where a row has another number of values than there are names, or a quoted value does not end
 */
export async function* csvRecords(texts: AsyncIterable<string>): AsyncGenerator<Record<string, string>> {
  let names: readonly string[] | null = null;
  for await (const values of rowsOf(texts)) {
    if (names === null) {
      names = values.map((name) => name.trim());
      if (new Set(names).size < names.length) throw wrong('two of its columns have the same name');
      continue;
    }
    if (values.length === 1 && values[0] === '') continue;
    if (values.length !== names.length) throw wrong('a row has more or fewer values than there are columns');
    yield Object.fromEntries(names.map((name, n) => [name, values[n]!]));
  }
}

const wrong = (what: string): SourceError => new SourceError('badMap', `a file is no CSV: ${what}`);

function separatorIn(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length - 1;
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ',';
}

async function* rowsOf(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let [separator, row, value, size]: [string | null, string[], string, number] = [null, [], '', 0];
  let state: 'plain' | 'quoted' | 'after' = 'plain';
  let wasReturn = false;
  for await (const text of texts) {
    separator ??= separatorIn(text);
    for (const sign of text) {
      if ((size += 1) > ROW_SIGNS) throw wrong('a row is larger than 16 MiB');
      const afterReturn = wasReturn;
      wasReturn = sign === '\r' && state !== 'quoted';
      if (state === 'quoted') {
        if (sign === '"') state = 'after';
        else value += sign;
        continue;
      }
      if (sign === '"' && (state === 'after' || value === '')) {
        if (state === 'after') value += '"';
        state = 'quoted';
        continue;
      }
      if (sign === separator) [row, value, state] = [[...row, value], '', 'plain'];
      else if (sign === '\n' || sign === '\r') {
        if (!(sign === '\n' && afterReturn)) yield [...row, value];
        [row, value, size, state] = [[], '', 0, 'plain'];
      } else if (state === 'after') throw wrong('something stands behind a quoted value');
      else value += sign;
    }
  }
  if (state === 'quoted') throw wrong('a quoted value does not end');
  if (row.length > 0 || value !== '') yield [...row, value];
}
