import { BLANKS } from '@/lib/domain/datamap/identity';
import type { ComparedAs } from '@/lib/domain/datamap/sought';
import type { IdentityCondition } from '../keyed/source';
import { EXTENSION, phoneReading, type PhoneReading } from '../phone-forms';
import { quoted, type Column } from './columns';
import { equalsSql, type Sql } from './value-sql';

const unicode = (column: string): string => `CONVERT(${quoted(column)} USING utf8mb4)`;

const AROUND = `^[${BLANKS}]+|[${BLANKS}]+$`;

/** Neither MySQL nor MariaDB brings two spellings of a letter together: both are looked for. */
const spellings = (values: readonly string[]): string[] => [
  ...new Set(values.flatMap((value) => [value.normalize('NFC'), value.normalize('NFD')])),
];

const oneOf = (side: string, values: readonly string[], mark: string = '?'): Sql => ({
  sql: `CAST(${side} AS BINARY) IN (${values.map(() => `CAST(${mark} AS BINARY)`).join(', ')})`,
  values,
});

// The blanks go in as a value of their own: how a server reads signs in a literal depends on its settings.
const cleaned = (column: string): Sql => ({ sql: `REGEXP_REPLACE(${unicode(column)}, ?, '')`, values: [AROUND] });

const TURKISH = /[İı\u0307]/;

/** As PostgreSQL's reader does it: what a Turkish keyboard makes of an i counts as an i where it is stored, and as itself where it was given. */
function emailSql(column: string, values: readonly string[]): Sql {
  const text = cleaned(column);
  const [turkish, plain] = [values.filter((one) => TURKISH.test(one)), values.filter((one) => !TURKISH.test(one))];
  const parts: Sql[] = [];
  if (plain.length > 0) {
    const folded = `REPLACE(LOWER(REPLACE(REPLACE(${text.sql}, ?, 'i'), ?, 'i')), ?, 'i')`;
    const test = oneOf(folded, spellings(plain));
    parts.push({ sql: test.sql, values: [...text.values, 'İ', 'ı', 'i\u0307', ...test.values] });
  }
  if (turkish.length > 0) {
    const test = oneOf(`LOWER(REPLACE(${text.sql}, ?, ?))`, spellings(turkish));
    parts.push({ sql: test.sql, values: [...text.values, 'İ', 'i\u0307', ...test.values] });
  }
  return { sql: parts.map(({ sql }) => `(${sql})`).join(' OR '), values: parts.flatMap((part) => part.values) };
}

/** A sign of ours in SQL, in a way that no setting of a server reads otherwise. */
const sign = (text: string): string => `_utf8mb4 X'${Buffer.from(text).toString('hex')}'`;

/** Digits of other scripts and the wide plus, as those of ASCII. */
const plainSigns = (text: string): string =>
  ['\u0660', '\u06f0', '\u0966', '\uff10']
    .flatMap((zero) =>
      Array.from({ length: 10 }, (_, n) => [String.fromCodePoint(zero.codePointAt(0)! + n), String(n)] as const),
    )
    .concat([['\uff0b', '+']])
    .reduce((inner, [other, plain]) => `REPLACE(${inner}, ${sign(other)}, '${plain}')`, text);

const TRUNK = '\\(\\s*0\\s*\\)';

/** A stored number as `i` and its digits where it begins with + or 00, else its digits: without extension and the (0) of a trunk line. */
function phoneSql(column: string, { values, country }: IdentityCondition): Sql {
  const line = `REGEXP_REPLACE(LOWER(${plainSigns(unicode(column))}), ?, '')`;
  const untrunked = `IF(${line} REGEXP ?, REGEXP_REPLACE(${line}, ?, ''), ${line})`;
  const forms = values
    .flatMap((one) => phoneReading(one, country).forms)
    .map(({ international, digits }) => (international ? `i${digits}` : digits));
  const test = oneOf(`REGEXP_REPLACE(REGEXP_REPLACE(${untrunked}, ?, ''), ?, 'i')`, [...new Set(forms)]);
  return {
    sql: test.sql,
    values: [
      ...[EXTENSION, `^[^0-9+]*(\\+|00).*${TRUNK}`, EXTENSION, TRUNK, EXTENSION],
      ...['[^0-9+]', '^(\\+|00)'],
      ...test.values,
    ],
  };
}

/** The value of a column is one of those that somebody is known by, compared as its kind wants. */
export function identitySql(name: string, column: Column, condition: IdentityCondition): Sql {
  const { match, values } = condition;
  if (match === 'phone') return phoneSql(name, condition);
  if (match === 'email') return emailSql(name, values);
  if (match === 'exact' || column.kind !== 'text') return equalsSql(name, column, values);
  const text = cleaned(name);
  const test = oneOf(text.sql, spellings(values));
  return { sql: test.sql, values: [...text.values, ...test.values] };
}

const PHONE: Readonly<Record<PhoneReading['kind'], ComparedAs>> = {
  everywhere: 'phoneEverywhere',
  international: 'phoneInternational',
  asGiven: 'phoneAsGiven',
};

/** What the SQL above compares, in the words of an answer. */
export function comparedAs({ match, values, country }: IdentityCondition, { kind }: Column): ComparedAs[] {
  if (match === 'phone') return [...new Set(values.map((value) => PHONE[phoneReading(value, country).kind]))];
  if (match === 'email') return ['lowerUnicode'];
  return [match === 'exact' || kind !== 'text' ? 'exact' : 'unicode'];
}
