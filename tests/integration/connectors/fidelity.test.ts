import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, stepsOf, systemOf, type Source } from './source';

const COLUMNS = [
  'id',
  'small',
  'big',
  'exact',
  'price',
  'ratio',
  'nothing',
  'day',
  'instant',
  'local_time',
  'waited',
  'truth',
  'words',
  'stored',
  'packed',
  'bigs',
  'names',
  'raw',
  'address',
  'secret',
  'none',
];

const map = dataMapOf([
  collectionOf(
    'app.person',
    Object.fromEntries(
      COLUMNS.map((name) => [
        name,
        name === 'id'
          ? { key: true, identity: 'number' }
          : name === 'secret' || name === 'none'
            ? { presenceOnly: true }
            : {},
      ]),
    ),
  ),
  collectionOf('app.Odd "Table"', { select: { key: true }, 'E-Mail': { identity: 'email' }, 'naïve; --': {} }),
]);

describe('records come out exactly as PostgreSQL holds them', () => {
  let source: Source;
  const collect = (table: string, identities: Record<string, string[]>) =>
    recordsOf(
      postgresConnector(systemOf(map, 'app'), source.readerUrl).collect(stepsOf(map, 'app', identities)[table]!),
    );

  beforeAll(async () => {
    source = await sourceWith(`
      CREATE DOMAIN euros AS numeric(12, 2);
      CREATE TABLE person (id int PRIMARY KEY, small int, big bigint, exact numeric, price euros, ratio float8, nothing text, day date, instant timestamptz, local_time timestamp,
        waited interval, truth boolean, words text, stored json, packed jsonb, bigs bigint[], names text[], raw bytea, address inet, secret text, none text);
      INSERT INTO person VALUES
        (1, 7, 9007199254740993, 0.1000, 12.50, 0.1::float8 + 0.2::float8, NULL, '2024-02-29', '2026-11-22 13:14:15.123456+05:45', '2026-11-22 13:14:15.5', '1 day 02:03:04', true,
         E'a "quote", a \\\\ backslash, a\\ttab,\\na new line, \\u0001 and \\u007f, Ѝ € 🌂 \\u2028', E'{\\n\\t"a" : 1,\\r\\n "b": "c\\\\\\\\nd" }', '{"n": 1.50}', '{9007199254740993,NULL}', '{Zoé,"a b"}', '\\x00ff', '192.0.2.7', 'hash', NULL),
        (2, NULL, -1, 'NaN', NULL, 'Infinity', '', '0044-03-15 BC', '-infinity', NULL, NULL, false, E'\\\\N', NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL),
        (10, NULL, NULL, 1e40, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\\.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
      CREATE TABLE "Odd ""Table""" ("select" int PRIMARY KEY, "E-Mail" varchar(80), "naïve; --" text);
      INSERT INTO "Odd ""Table""" VALUES (1, 'Ä@example.com', $$Robert'); DROP TABLE person;--$$), (2, 'b@example.com', NULL);`);
    // Settings of the role, any of which would change how a value is written.
    for (const [setting, value] of [
      ['timezone', 'Asia/Tokyo'],
      ['datestyle', 'SQL, DMY'],
      ['intervalstyle', 'postgres_verbose'],
      ['bytea_output', 'escape'],
      ['extra_float_digits', '-10'],
    ]) {
      await source.run(`ALTER ROLE ${source.reader} SET ${setting} = '${value}'`);
    }
  });
  afterAll(() => source.drop());

  it('keeps every digit, microsecond, backslash, line end and letter', async () => {
    expect(await collect('person', { number: ['1'] })).toEqual([
      {
        id: 1,
        small: 7,
        big: '9007199254740993',
        exact: '0.1000',
        price: '12.50',
        ratio: 0.30000000000000004,
        nothing: null,
        day: '2024-02-29',
        instant: '2026-11-22T07:29:15.123456+00:00',
        local_time: '2026-11-22T13:14:15.5',
        waited: 'P1DT2H3M4S',
        truth: true,
        words: 'a "quote", a \\ backslash, a\ttab,\na new line, \u0001 and \u007f, Ѝ € 🌂 \u2028',
        stored: { a: 1, b: 'c\\nd' },
        packed: { n: 1.5 },
        bigs: ['9007199254740993', null],
        names: ['Zoé', 'a b'],
        raw: '\\x00ff',
        address: '192.0.2.7',
        secret: true,
        none: false,
      },
    ]);
  });

  it('keeps what is not a number, no value, and what looks like a command of COPY', async () => {
    const [caesar, dot] = await collect('person', { number: ['2', '10'] });
    expect(caesar).toMatchObject({
      big: '-1',
      exact: 'NaN',
      ratio: 'Infinity',
      nothing: '',
      day: '0044-03-15 BC',
      instant: '-infinity',
      words: '\\N',
      names: [],
      secret: false,
    });
    expect(dot).toMatchObject({ exact: '1' + '0'.repeat(40), words: '\\.' });
  });

  it('orders by the key as a number, not as a word', async () => {
    expect((await collect('person', { number: ['10', '2', '1'] })).map(({ id }) => id)).toEqual([1, 2, 10]);
  });

  it('reaches tables and columns by any name they may have', async () => {
    expect(await collect('Odd "Table"', { email: ['ä@EXAMPLE.com'] })).toEqual([
      { select: 1, 'E-Mail': 'Ä@example.com', 'naïve; --': "Robert'); DROP TABLE person;--" },
    ]);
  });

  it('gives nothing, and no error, where there is nothing', async () => {
    expect(await collect('person', { number: ['3'] })).toEqual([]);
  });

  it.each([['abc'], ['1e9'], ['99999999999999999999'], ["1'; DELETE FROM person; --"], ['1.0'], ['٣']])(
    'asks no number column for %j',
    async (value) => {
      expect(await collect('person', { number: [value] })).toEqual([]);
    },
  );
});
