import type { Column } from './columns';
import { quoted } from './columns';

/** A column as it is asked for, so that its value arrives exact: as text wherever a driver would round it. */
export function selected(name: string, { kind }: Column, presenceOnly: boolean, cast: 'text' | null): string {
  const column = quoted(name);
  if (presenceOnly) return `${column} IS NOT NULL`;
  if (kind === 'bytes') return `HEX(${column})`;
  if (kind === 'text') return `CONVERT(${column} USING utf8mb4)`;
  return cast === null && (kind === 'integer' || kind === 'float' || kind === 'double')
    ? column
    : `CAST(${column} AS CHAR CHARACTER SET utf8mb4)`;
}

/** The shortest decimal that is this number in four bytes: the server gives its eight. */
function shortFloat(value: number): number {
  for (let digits = 6; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return value;
}

/** The JSON of one value as it was selected. Days and times in ISO 8601, instants in UTC, bytes in hexadecimal after `\x`. */
export function valueJson(value: unknown, { kind }: Column, presenceOnly: boolean, cast: 'text' | null): string {
  if (presenceOnly) return value === 1 || value === '1' ? 'true' : 'false';
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return JSON.stringify(kind === 'float' ? shortFloat(value) : value);
  const text = typeof value === 'string' ? value : String(value);
  if (cast === 'text') return JSON.stringify(text);
  if (kind === 'json') return text;
  if (kind === 'bytes') return JSON.stringify(`\\x${text.toLowerCase()}`);
  if (kind === 'local' || kind === 'instant')
    return JSON.stringify(`${text.replace(' ', 'T').replace(/\.0+$/, '')}${kind === 'instant' ? '+00:00' : ''}`);
  return JSON.stringify(text);
}
