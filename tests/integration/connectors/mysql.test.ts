import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mysqlConnector } from '@/lib/connectors/mysql/connector';
import { describeMysql } from '@/lib/connectors/mysql/describe';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { draftDataMap } from '@/lib/domain/datamap/draft';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { type MariaDb, throwAwayMariaDb } from '@/tests/support/mariadb';
import { stepsOf, systemOf } from './source';

const PASSWORD = 'a password with spaces & %41 signs';
const DECOMPOSED = 'zoe\u0301@example.com';

const SCHEMA = `
  SET time_zone = '+00:00';
  CREATE DATABASE shop CHARACTER SET utf8mb4;
  USE shop;
  CREATE TABLE customer (id BIGINT UNSIGNED PRIMARY KEY, email VARCHAR(200), phone VARCHAR(60), balance DECIMAL(30,10), ratio FLOAT, share DOUBLE,
    joined DATETIME(6), seen TIMESTAMP(6) NULL, born DATE, secret BLOB, settings JSON, nickname VARCHAR(40) CHARACTER SET latin1, flags SET('a','b'));
  CREATE TABLE purchase (tenant INT, no INT, customer_id BIGINT UNSIGNED, note TEXT, PRIMARY KEY (tenant, no), FOREIGN KEY (customer_id) REFERENCES customer (id));
  CREATE TABLE line (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, purchase_no INT, what VARCHAR(80), FOREIGN KEY (tenant, purchase_no) REFERENCES purchase (tenant, no));
  CREATE TABLE comment (id INT PRIMARY KEY, author BIGINT UNSIGNED, parent INT, body VARCHAR(80), FOREIGN KEY (author) REFERENCES customer (id), FOREIGN KEY (parent) REFERENCES comment (id));
  CREATE TABLE coupon (id INT PRIMARY KEY, customer_id BIGINT UNSIGNED, FOREIGN KEY (customer_id) REFERENCES customer (id));
  INSERT INTO customer VALUES (18446744073709551615, ' Anna@Example.com', '+359 88 123 4567', 12345678901234567890.0123456789, 0.1, 0.1, '2026-01-02 03:04:05.678901', '2026-01-02 03:04:05.5', '1980-02-29', X'00FF41', '{"n": 12345678901234567890}', 'Zoë', 'a,b'),
    (2, '${DECOMPOSED}', '0888 765 432', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (3, 'bob@example.com', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, 'ANNA@example.com.au', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  INSERT INTO purchase VALUES (1, 1, 18446744073709551615, 'hers'), (1, 2, 3, 'BOB'), (2, 1, 3, 'BOB TOO'), (2, 2, 18446744073709551615, 'hers as well');
  INSERT INTO line (tenant, purchase_no, what) VALUES (1, 1, 'her book'), (1, 2, 'BOB BOOK'), (2, 1, 'BOB PEN'), (2, 2, 'her pen');
  INSERT INTO comment VALUES (1, 18446744073709551615, NULL, 'hers'), (2, 3, 1, 'to her'), (3, 3, 2, 'to that'), (4, 3, NULL, 'BOB ALONE');
  INSERT INTO customer (id, email) VALUES (5, 'heavy@example.com');
      INSERT INTO purchase SELECT 9, seq, 5, REPEAT('x', 200) FROM seq_1_to_70000; INSERT INTO line (tenant, purchase_no, what) SELECT 9, seq, 'thing' FROM seq_1_to_70000;
  CREATE USER reader@'%' IDENTIFIED BY '${PASSWORD}';
  GRANT SELECT ON shop.* TO reader@'%';`;

const identity = (kind: string) => ({ fides_meta: { identity: kind } });
const key = { fides_meta: { primary_key: true } };
const from = (field: string) => ({ fides_meta: { references: [{ dataset: 'shop', field, direction: 'from' }] } });

const plain = (...names: string[]) => names.map((name) => ({ name }));
const COLUMNS = ['balance', 'ratio', 'share', 'joined', 'seen', 'born', 'secret', 'settings', 'nickname', 'flags'];

const collections = (purchase: object = {}) => [
  {
    name: 'customer',
    fields: [
      { name: 'id', ...key },
      { name: 'email', ...identity('email') },
      { name: 'phone', ...identity('phone') },
      ...plain(...COLUMNS),
    ],
  },
  {
    name: 'purchase',
    fields: [
      { name: 'tenant', ...key },
      { name: 'no', ...key },
      { name: 'customer_id', ...from('customer.id') },
      ...plain('note'),
    ],
    ...purchase,
  },
  {
    name: 'line',
    fields: [{ name: 'id', ...key }, ...plain('tenant', 'purchase_no', 'what')],
    meta: {
      rightsdesk: {
        references: [
          {
            dataset: 'shop',
            collection: 'purchase',
            direction: 'from',
            fields: { tenant: 'tenant', purchase_no: 'no' },
          },
        ],
      },
    },
  },
  {
    name: 'comment',
    fields: [
      { name: 'id', ...key },
      { name: 'author', ...from('customer.id') },
      { name: 'parent', ...from('comment.id') },
      ...plain('body'),
    ],
  },
];

const OWNER = { languages: ['en'], country: 'BG', identifierKinds: ['email', 'phone'] } as const;

function mapOf(own: object = collections(), system: object = {}): DataMap {
  const content = dataMapFileSchema.parse({
    dataset: [{ fides_key: 'shop', meta: { rightsdesk: { connector: 'mysql', ...system } }, collections: own }],
  });
  const { dataMap, problems } = buildDataMap([{ file: 'data-map.yaml', content }], OWNER);
  expect(problems).toEqual([]);
  return dataMap;
}

let server: MariaDb;
beforeAll(async () => {
  server = await throwAwayMariaDb();
  await server.admin.query(SCHEMA);
}, 240_000);
afterAll(() => server.stop());

const reader = () => server.url('reader', PASSWORD, 'shop');
const connectorOf = (dataMap = mapOf(), url = reader()) => mysqlConnector(systemOf(dataMap, 'shop'), url);

async function collected(table: string, identities: Record<string, string[]>, dataMap = mapOf()) {
  const step = stepsOf(dataMap, 'shop', identities)[table]!;
  const chunks: Buffer[] = [];
  for await (const chunk of connectorOf(dataMap).collect(step)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString().split('\n').slice(0, -1);
  expect(await connectorOf(dataMap).count(step)).toBe(lines.length);
  return lines;
}

const HERS = { email: ['anna@example.com'] };

describe('a MariaDB database', () => {
  it('gives a person’s records with every value exact', async () => {
    expect(await collected('customer', HERS)).toEqual([
      '{"id":"18446744073709551615","email":" Anna@Example.com","phone":"+359 88 123 4567","balance":"12345678901234567890.0123456789","ratio":0.1,"share":0.1,' +
        '"joined":"2026-01-02T03:04:05.678901","seen":"2026-01-02T03:04:05.500000+00:00","born":"1980-02-29","secret":"\\\\x00ff41",' +
        '"settings":"{\\"n\\": 12345678901234567890}","nickname":"Zoë","flags":"a,b"}',
    ]);
  });

  it('follows keys, several columns together, and a table that refers to itself, and brings nothing of another', async () => {
    const found = { purchase: await collected('purchase', HERS), line: await collected('line', HERS) };
    expect(found.purchase.map((line) => (JSON.parse(line) as { note: string }).note)).toEqual(['hers', 'hers as well']);
    expect(found.line.map((line) => (JSON.parse(line) as { what: string }).what)).toEqual(['her book', 'her pen']);
    expect((await collected('comment', HERS)).map((line) => (JSON.parse(line) as { body: string }).body)).toEqual([
      'hers',
      'to her',
      'to that',
    ]);
    expect(Object.values(found).join('')).not.toContain('BOB');
  });

  it.each([
    [{ email: ['ANNA@EXAMPLE.COM'] }, ['18446744073709551615']],
    [{ email: ['zo\u00e9@example.com'] }, ['2']],
    [{ email: ['zoe@example.com'] }, []],
    [{ phone: ['0888765432'] }, ['2']],
    [{ phone: ['+359888765432'] }, ['2']],
    [{ phone: ['00359 88 1234567'] }, ['18446744073709551615']],
    [{ phone: ['+49 888 765432'] }, []],
    [{ email: ["' OR 1=1 -- "] }, []],
    [{ email: ["x\\' OR ''='"] }, []],
  ])('finds by %j the customers %j', async (identities, ids) => {
    const found = await collected('customer', identities as Record<string, string[]>);
    expect(found.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
  });

  it('says in which forms it compares', async () => {
    const step = stepsOf(mapOf(), 'shop', { ...HERS, phone: ['0888765432'] }).customer!;
    expect(await connectorOf().forms(step)).toEqual([
      { kind: 'email', form: 'lowerUnicode' },
      { kind: 'phone', form: 'phoneEverywhere' },
    ]);
  });

  it('finds along more keys than a statement has placeholders', async () => {
    expect(await collected('line', { email: ['heavy@example.com'] })).toHaveLength(70_000);
  });

  it('that is cut in the middle is interrupted, and so is one that we are told to leave', async () => {
    const step = stepsOf(mapOf(), 'shop', { email: ['heavy@example.com'] }).purchase!;
    const read = async (stop: () => Promise<void> | void, signal?: AbortSignal) => {
      let first = true;
      for await (const chunk of connectorOf().collect(step, { signal })) {
        if (first && chunk.length > 0) await stop();
        first = false;
      }
    };
    const abort = new AbortController();
    await expect(read(() => abort.abort(), abort.signal)).rejects.toMatchObject({ reason: 'interrupted' });
    const kill = async () => {
      const [rows] = await server.admin.query(`SELECT id FROM information_schema.PROCESSLIST WHERE user = 'reader'`);
      for (const { id } of rows as { id: number }[])
        await server.admin.query(`KILL CONNECTION ${id}`).catch(() => undefined);
    };
    await expect(read(kill)).rejects.toMatchObject({ reason: 'interrupted' });
  });

  it('is drafted, checked, and told from what nobody mapped', async () => {
    const described = await describeMysql({ url: reader(), timeoutSeconds: 60 }, null);
    const { content } = draftDataMap('shop', described, null, 'mysql');
    const parsed = dataMapFileSchema.parse(content);
    expect(parsed.dataset![0]!.meta!.rightsdesk!.connector).toBe('mysql');
    const { dataMap, problems } = buildDataMap([{ file: 'x.yaml', content: parsed }], OWNER);
    expect(problems).toEqual([]);
    expect(await connectorOf(dataMap).probe()).toMatchObject({
      ok: true,
      server: expect.stringMatching(/^MariaDB 1\d/) as string,
      drift: [],
    });
    expect(await collected('line', HERS, dataMap)).toHaveLength(2);
    expect(await connectorOf().probe()).toMatchObject({
      ok: true,
      drift: [expect.stringMatching(/^table coupon refers to customer \(customer_id\) and is not in the data map/)],
    });
  });

  it('refuses half of a key, a table and a column that are not there', async () => {
    const half = collections();
    half[2] = { name: 'line', fields: [{ name: 'id' }, { name: 'purchase_no', ...from('purchase.no') }] as never };
    const missing = (fields: { name: string }[], name = 'customer') =>
      connectorOf(mapOf([{ name, fields: [{ name: 'email', ...identity('email') }, ...fields] }])).probe();
    expect(await connectorOf(mapOf(half)).probe()).toMatchObject({
      reason: 'badMap',
      detail: expect.stringContaining('finds other people') as string,
    });
    expect(await missing([{ name: 'gone' }])).toMatchObject({
      reason: 'badMap',
      detail: expect.stringContaining('`gone`') as string,
    });
    expect(await missing([], 'nowhere')).toMatchObject({
      reason: 'badMap',
      detail: expect.stringContaining('`nowhere`') as string,
    });
  });
});

describe('a login to MariaDB', () => {
  it.each([
    ['may insert', "GRANT INSERT ON shop.customer TO x@'%'", 'INSERT'],
    ['may update one column', "GRANT UPDATE (email) ON shop.customer TO x@'%'", 'UPDATE'],
    ['may run routines', "GRANT EXECUTE ON shop.* TO x@'%'", 'EXECUTE'],
    ['may do all', "GRANT ALL ON *.* TO x@'%'", 'ALL PRIVILEGES'],
    ['may give on', "GRANT SELECT ON shop.* TO x@'%' WITH GRANT OPTION", 'to others'],
    [
      'has a role that may write',
      "CREATE ROLE writer; GRANT DELETE ON shop.* TO writer; GRANT writer TO x@'%'",
      'writer|DELETE',
    ],
  ])('that %s is not used', async (_, grant, named) => {
    await server.admin.query(`CREATE USER x@'%' IDENTIFIED BY 'x'; GRANT SELECT ON shop.* TO x@'%'; ${grant}`);
    const found = await connectorOf(mapOf(), server.url('x', 'x', 'shop')).probe();
    await server.admin.query(`DROP USER x@'%'; DROP ROLE IF EXISTS writer`);
    expect(found).toMatchObject({ ok: false, reason: 'writable', detail: expect.stringMatching(named) as string });
  });

  it('that is wrong, or leads to no server or database, is named as such, without its password', async () => {
    const probe = (url: string) => connectorOf(mapOf(), url).probe();
    expect(await probe(server.url('reader', 'wrong', 'shop'))).toMatchObject({ reason: 'denied' });
    expect(await probe('mysql://reader:secret@127.0.0.1:1/shop')).toMatchObject({ reason: 'unreachable' });
    expect(await probe('mysql://reader:secret@127.0.0.1/')).toMatchObject({ reason: 'notConfigured' });
    expect(JSON.stringify(await probe('mysql://reader:secret@127.0.0.1:1/shop'))).not.toContain('secret');
  });

  it('waits for a table that somebody locked no longer than ten seconds', async () => {
    await server.admin.query('LOCK TABLES shop.customer WRITE');
    const step = stepsOf(mapOf(), 'shop', HERS).customer!;
    await expect(connectorOf().count(step)).rejects.toMatchObject({ reason: 'timeout' });
    await server.admin.query('UNLOCK TABLES');
  }, 60_000);
});
