import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { cellText, parseRecord, recordJson } from '@/lib/domain/records/json-text';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { sourceWith, stepsOf, systemOf, type Source } from './source';

/** Type of each column, and what SQL itself says of a value: its text, or its JSON where the type has parts. */
const COLUMNS: Readonly<Record<string, { type: string; sql: (column: string) => string }>> = (() => {
  const text = (column: string) => `format('%s', ${column})`;
  const json = (column: string) => `to_json(${column})::text`;
  const texts = (column: string) => `to_json(${column}::text[])::text`;
  return {
    whole: { type: 'bigint', sql: text },
    exact: { type: 'numeric', sql: text },
    ratio: { type: 'float8', sql: text },
    small: { type: 'float4', sql: text },
    money: { type: 'money', sql: text },
    inner_whole: { type: 'deep', sql: text },
    inner_exact: { type: 'deep_exact', sql: text },
    words: { type: 'text', sql: text },
    padded: { type: 'char(8)', sql: text },
    stored: { type: 'json', sql: text },
    packed: { type: 'jsonb', sql: text },
    pair: { type: 'pair', sql: json },
    pairs: { type: 'pair[]', sql: json },
    wholes: { type: 'bigint[]', sql: texts },
    exacts: { type: 'numeric[]', sql: texts },
    inner_wholes: { type: 'deep[]', sql: texts },
    docs: { type: 'jsonb[]', sql: json },
    at: { type: 'timestamptz', sql: (column) => `to_json(${column})#>>'{}'` },
    spans: { type: 'int8range', sql: text },
    address: { type: 'inet', sql: text },
    bits: { type: 'bit varying', sql: text },
    bytes: { type: 'bytea', sql: text },
    doc: { type: 'xml', sql: text },
    yes: { type: 'boolean', sql: (column) => `to_json(${column})::text` },
    key: { type: 'uuid', sql: text },
    wait: { type: 'interval', sql: text },
  };
})();

const digits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max });
const number = fc.oneof(
  fc.constantFrom('9007199254740993', '-0', '1e400', '1.10', '0.1', '-1E-30', '12345678901234567890', '1e22'),
  fc
    .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.option(digits(20), { nil: null }))
    .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`),
);
const bigint = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
const text = fc.oneof(
  fc.constantFrom('\\N', '\\.', '', 'a\tb\nc\r', '"quoted" \\ \u2028 \ufeff', '{"a":1}', '9007199254740993', 'null'),
  fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', '')),
);
const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    number,
    text.map((value) => JSON.stringify(value)),
    fc.constantFrom('true', 'false', 'null'),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }).map((parts) => `[${parts.join(', ')}]`),
  // The same key more than once, as only the type json keeps it.
  object: fc
    .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', ''), tie('value')), { maxLength: 4 })
    .map((parts) => `{${parts.map(([key, value]) => `"${key}": ${value as string}`).join(',')}}`),
})).value as fc.Arbitrary<string>;

const row = fc.record({
  whole: bigint,
  exact: number,
  ratio: fc.double().map(String),
  words: text,
  json: document.map((one) => `[${one}]`),
  other: document.map((one) => `{"doc": ${one}}`),
  number,
});

describe('a value of any type', () => {
  let source: Source;
  let admin: Client;

  beforeAll(async () => {
    source = await sourceWith(`
      CREATE DOMAIN shallow AS bigint; CREATE DOMAIN deep AS shallow; CREATE DOMAIN shallow_exact AS numeric; CREATE DOMAIN deep_exact AS shallow_exact;
      CREATE TYPE pair AS (id bigint, amount numeric, doc jsonb, words text);
      CREATE TABLE kept (id int PRIMARY KEY, email text DEFAULT 'a@example.com', ${Object.entries(COLUMNS)
        .map(([name, { type }]) => `${name} ${type}`)
        .join(', ')});`);
    admin = new Client({ connectionString: source.adminUrl });
    await admin.connect();
    await admin.query(
      `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'iso_8601'; SET bytea_output = 'hex'; SET extra_float_digits = 1`,
    );
  });
  afterAll(async () => {
    await admin.end();
    await source.drop();
  });

  const map = dataMapOf([
    collectionOf('app.kept', {
      id: { key: true },
      email: { identity: 'email' },
      ...Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, {}])),
    }),
  ]);

  it('is in the copy what SQL says it is, to the last digit and key', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        await admin.query('TRUNCATE kept');
        for (const [id, one] of rows.entries()) {
          await admin.query(
            `INSERT INTO kept (id, whole, exact, ratio, small, money, inner_whole, inner_exact, words, padded, stored, packed, pair, pairs, wholes, exacts, inner_wholes, docs, at, spans, address, bits, bytes, doc, yes, key, wait)
             SELECT id, w::bigint, e::numeric, r::float8, 0.1, 12.5::numeric::money, w::bigint, e::numeric, t, 'ab', j::json, o::jsonb, ROW(w::bigint, e::numeric, o::jsonb, t)::pair, ARRAY[ROW(w::bigint, n::numeric, '{"n": 9007199254740993}'::jsonb, t)::pair, NULL],
               ARRAY[w::bigint, NULL], ARRAY[e::numeric, 'NaN'], ARRAY[w::bigint]::deep[], ARRAY['1.10'::jsonb, '9007199254740993'::jsonb], '2024-02-29 23:59:59.123456+00'::timestamptz, int8range(w::bigint, NULL), '192.0.2.7'::inet, B'0101', '\\x00ff'::bytea, '<a>1.10</a>'::xml, true,
               '0190a5f0-0000-7000-8000-000000000001'::uuid, '1 day 02:03:04.000005'::interval FROM (SELECT $1::int AS id, $2::text AS w, $3::text AS e, $4::text AS r, $5::text AS t, $6::text AS j, replace($7::text, '\\u0000', '') AS o, $8::text AS n) AS given`,
            [id, one.whole, one.exact, one.ratio, one.words, one.json, one.other, one.number],
          );
        }
        const chunks: Buffer[] = [];
        for await (const chunk of postgresConnector(systemOf(map, 'app'), source.readerUrl).collect(
          stepsOf(map, 'app', { email: ['a@example.com'] }).kept!,
        ))
          chunks.push(chunk);
        const lines = Buffer.concat(chunks)
          .toString('utf8')
          .split('\n')
          .filter((line) => line !== '');
        const { rows: told } = await admin.query<Record<string, string>>(
          `SELECT ${Object.entries(COLUMNS)
            .map(([name, { sql }]) => `${sql(name)} AS ${name}`)
            .join(', ')} FROM kept ORDER BY id`,
        );
        expect(lines).toHaveLength(rows.length);
        lines.forEach((line, n) => {
          const record = parseRecord(line);
          for (const name of Object.keys(COLUMNS))
            expect([name, cellText(record[name])]).toEqual([name, told[n]![name]]);
          // What the copy holds as JSON is the line itself.
          expect(recordJson(record)).toBe(line);
        });
      }),
      { numRuns: 40 },
    );
  });
});
