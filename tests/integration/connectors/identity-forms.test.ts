import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, systemOf, type Source } from './source';

const STORED = {
  mail: [
    'space.trail@example.lu ',
    '\u00a0\tblank@example.lu\u200b',
    'INCI.TEST@EXAMPLE.LU',
    'İSTANBUL@example.lu',
    'ılgaz@example.lu',
    'zoe\u0301@example.lu',
    'ANDRÉ@example.lu',
    'kırık@example.lu',
    'anna@example.lu',
    'i̇zmir@example.lu',
  ],
  phone: [
    '621 99 88 77',
    '+352 621 11 22 33',
    '00352-621/222.333',
    '352621333444',
    '+352 621 444 555 ext. 12',
    '+49 (0)151 23456789',
    '٦٢١ ٥٥٥ ٦٦٦',
    'tel:+352 621 666 777',
    '0151 23456780',
    '15123456789',
    '+1 512 345 6789',
  ],
  card: ['AB-12 ', 'Zoe\u0301', 'ab-12'],
};

describe('what somebody is known by, however it is stored', () => {
  let source: Source;
  const table = (kind: string) =>
    collectionOf(`app.${kind}`, { value: { identity: kind === 'mail' ? 'email' : kind } });
  const mapIn = (country: string) => dataMapOf([table('mail'), table('phone'), table('card')], { country });

  beforeAll(async () => {
    const rows = (values: string[]) => values.map((value) => `('${value}')`).join(', ');
    source = await sourceWith(
      Object.entries(STORED)
        .map(([kind, values]) => `CREATE TABLE ${kind} (value text); INSERT INTO ${kind} VALUES ${rows(values)};`)
        .join('\n'),
    );
  });
  afterAll(() => source.drop());

  async function find(kind: 'email' | 'phone' | 'card', value: string, country = 'LU'): Promise<unknown[]> {
    const map = mapIn(country);
    const step = collectionPlan(map, { [kind]: [value] }).systems[0]!.steps[0]!;
    return (await recordsOf(postgresConnector(systemOf(map, 'app'), source.readerUrl).collect(step))).map(
      (record) => record.value,
    );
  }

  it.each([
    ['space.trail@example.lu', ['space.trail@example.lu ']],
    [' BLANK@example.lu', ['\u00a0\tblank@example.lu\u200b']],
    ['inci.test@example.lu', ['INCI.TEST@EXAMPLE.LU']],
    ['istanbul@example.lu', ['İSTANBUL@example.lu']],
    ['İSTANBUL@example.lu', ['İSTANBUL@example.lu']],
    ['ilgaz@example.lu', ['ılgaz@example.lu']],
    ['izmir@example.lu', ['i̇zmir@example.lu']],
    ['zoé@example.lu', ['zoe\u0301@example.lu']],
    ['zoe\u0301@example.lu', ['zoe\u0301@example.lu']],
    ['andré@example.lu', ['ANDRÉ@example.lu']],
    ['zoe@example.lu', []],
  ])('the address %s finds %j', async (given, stored) => {
    expect(await find('email', given)).toEqual(stored);
  });

  it('does not take the address at a domain of another script for the plain one', async () => {
    expect(await find('email', 'anna@examplе.lu')).toEqual([]);
    expect(await find('email', 'ınci.test@example.lu')).toEqual([]);
    expect(await find('email', 'kırık@example.lu')).toEqual(['kırık@example.lu']);
  });

  it.each([
    ['+352621998877', ['621 99 88 77']],
    ['621998877', ['621 99 88 77']],
    ['+٣٥٢ ٦٢١ ٩٩٨ ٨٧٧', ['621 99 88 77']],
    ['621 11 22 33', ['+352 621 11 22 33']],
    ['+352 621 222 333', ['00352-621/222.333']],
    ['621333444', ['352621333444']],
    ['+352 621 444 555', ['+352 621 444 555 ext. 12']],
    ['+352 621 444 555 x9', ['+352 621 444 555 ext. 12']],
    ['+49 151 23456789', ['+49 (0)151 23456789']],
    ['0049 (0) 151 23456789', ['+49 (0)151 23456789']],
    ['+352 621 555 666', ['٦٢١ ٥٥٥ ٦٦٦']],
    ['621 666 777', ['tel:+352 621 666 777']],
    ['+352 621 000 000', []],
  ])('in Luxembourg the number %s finds %j', async (given, stored) => {
    expect(await find('phone', given)).toEqual(stored);
  });

  it.each([
    ['+49 151 23456780', ['0151 23456780']],
    ['0151 23456789', ['+49 (0)151 23456789']],
    // Digits alone that are a number of two countries belong to whoever the country at hand says.
    ['+1 512 345 6789', ['+1 512 345 6789']],
  ])('in Germany the number %s finds %j', async (given, stored) => {
    expect(await find('phone', given, 'DE')).toEqual(stored);
  });

  it('a number of one’s own kind keeps its capitals, and loses blanks and the spelling of its letters', async () => {
    expect(await find('card', 'AB-12')).toEqual(['AB-12 ']);
    expect(await find('card', ' Zoé')).toEqual(['Zoe\u0301']);
  });
});

describe('the form in which a source says that it compared', () => {
  let source: Source;
  beforeAll(async () => {
    source = await sourceWith(
      'CREATE EXTENSION IF NOT EXISTS citext; CREATE TABLE known (email text, phone text, card text, nick citext, number int, exact text)',
    );
  });
  afterAll(() => source.drop());

  it.each([
    ['email', 'anna@example.lu', ['lowerUnicode']],
    ['phone', '621 99 88 77', ['phoneEverywhere']],
    ['phone', '+49 151 23456789', ['phoneInternational']],
    ['phone', '12345678901234', ['phoneAsGiven']],
    ['card', 'AB-12', ['unicode']],
    ['nick', 'Anna', ['lowerUnicode']],
    ['number', '12', ['exact']],
    ['exact', 'AB-12', ['exact']],
  ])('is that of its column: %s %s', async (kind, value, forms) => {
    const map = dataMapOf([
      collectionOf('app.known', { [kind]: { identity: kind, ...(kind === 'exact' && { match: 'exact' as const }) } }),
    ]);
    const step = collectionPlan(map, { [kind]: [value] }).systems[0]!.steps[0]!;
    expect(await postgresConnector(systemOf(map, 'app'), source.readerUrl).forms(step)).toEqual(
      forms.map((form) => ({ kind, form })),
    );
  });
});

describe('a database that does not hold Unicode', () => {
  it('is searched for addresses in the letters it has', async () => {
    const source = await sourceWith(
      `CREATE TABLE mail (value text); INSERT INTO mail VALUES (' Anna@example.lu ')`,
      "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0",
    );
    const map = dataMapOf([collectionOf('app.mail', { value: { identity: 'email' } })]);
    const step = collectionPlan(map, { email: ['anna@example.lu'] }).systems[0]!.steps[0]!;
    expect(await recordsOf(postgresConnector(systemOf(map, 'app'), source.readerUrl).collect(step))).toEqual([
      { value: ' Anna@example.lu ' },
    ]);
    expect(await postgresConnector(systemOf(map, 'app'), source.readerUrl).forms(step)).toEqual([
      { kind: 'email', form: 'lower' },
    ]);
    await source.drop();
  });
});
