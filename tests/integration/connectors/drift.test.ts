import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import type { Collection } from '@/lib/domain/datamap/types';
import { at, collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, stepsOf, systemOf, type Source } from './source';

const identities = { email: ['anna@example.com'] };

describe('a database that is not as the map says', () => {
  let source: Source;

  beforeAll(async () => {
    source = await sourceWith(`
      CREATE TABLE cust (tenant int, no int, id int UNIQUE, email text, PRIMARY KEY (tenant, no));
      CREATE TABLE ord (id int PRIMARY KEY, tenant int, no int, CONSTRAINT ord_of_cust FOREIGN KEY (tenant, no) REFERENCES cust);
      CREATE TABLE bill (id int PRIMARY KEY, tenant int, cust_id int, FOREIGN KEY (cust_id) REFERENCES cust (id));
      CREATE TABLE loyalty (id int PRIMARY KEY, cust_id int REFERENCES cust (id));
      INSERT INTO cust VALUES (1, 1, 5, 'anna@example.com');
      CREATE TABLE secured (id int PRIMARY KEY, email text); INSERT INTO secured VALUES (1, 'anna@example.com');
      ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
      CREATE VIEW over WITH (security_invoker) AS SELECT * FROM secured;`);
  });
  afterAll(() => source.drop());

  const cust = collectionOf('app.cust', {
    tenant: { key: true },
    no: { key: true },
    id: {},
    email: { identity: 'email' },
  });
  const probe = (collections: Collection[], leftOut: string[] = []) => {
    const map = dataMapOf(collections);
    return postgresConnector({ ...systemOf(map, 'app'), leftOut }, source.readerUrl).probe();
  };

  it('is refused where the map compares a part of a foreign key alone, with what to write instead', async () => {
    const half = collectionOf('app.ord', { id: {}, tenant: {}, no: { of: 'app.cust.no' } });
    const answer = await probe([cust, half]);
    expect(answer).toMatchObject({ ok: false, reason: 'badMap' });
    expect((answer as { detail: string }).detail).toContain(
      'table ord refers to cust by tenant and no together (foreign key ord_of_cust), but the data map compares no alone',
    );
    expect((answer as { detail: string }).detail).toContain(
      'references: [{ dataset: app, collection: cust, direction: from, fields: { tenant: tenant, no: no } }]',
    );
  });

  it('is fine where the map compares all of it, or a part that is unique by itself', async () => {
    const pairs = [
      { here: at('no'), there: at('no') },
      { here: at('tenant'), there: at('tenant') },
    ];
    const whole = collectionOf(
      'app.ord',
      { id: {}, tenant: {}, no: {} },
      { references: [{ collectionId: 'app.cust', direction: 'from', pairs }] },
    );
    const bill = collectionOf('app.bill', { id: {}, tenant: {}, cust_id: { of: 'app.cust.id' } });
    expect(await probe([cust, whole, bill], ['loyalty'])).toMatchObject({ ok: true, drift: [] });
  });

  it('is told apart from the map: columns and tables that nobody described, unless they are left out by name', async () => {
    const some = collectionOf('app.cust', { tenant: { key: true }, email: { identity: 'email' } }, { leftOut: ['no'] });
    const answer = await probe([some], ['public.ord', 'bill']);
    expect(answer).toMatchObject({
      ok: true,
      drift: [
        'table cust has columns that the data map does not know: id. Describe them as fields, or name them under leftOut with the reason',
        'table loyalty refers to cust (cust_id) and is not in the data map. Describe it as a collection, or name it under leftOut of the system with the reason',
      ],
    });
  });

  it.each([
    ['secured', 'table "secured"'],
    ['over', 'a table under a view'],
  ])('is not taken for empty where row-level security keeps rows of %s from the login', async (name, named) => {
    const map = dataMapOf([collectionOf(`app.${name}`, { id: {}, email: { identity: 'email' } })]);
    const connector = postgresConnector(systemOf(map, 'app'), source.readerUrl);
    const refusal = {
      reason: 'denied',
      detail: expect.stringContaining(`row-level security keeps rows of ${named} from the login`),
    };
    expect(await connector.probe()).toMatchObject({ ok: false, ...refusal });
    await expect(connector.count(stepsOf(map, 'app', identities)[name]!)).rejects.toMatchObject(refusal);
    await expect(recordsOf(connector.collect(stepsOf(map, 'app', identities)[name]!))).rejects.toMatchObject(refusal);
  });

  it('gives those rows once the login may see them', async () => {
    const map = dataMapOf([collectionOf('app.over', { id: {}, email: { identity: 'email' } })]);
    await source.run(`ALTER ROLE ${source.reader} BYPASSRLS`);
    expect(
      await postgresConnector(systemOf(map, 'app'), source.readerUrl).count(stepsOf(map, 'app', identities).over!),
    ).toBe(1);
  });
});
