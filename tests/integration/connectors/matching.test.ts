import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import type { CompositeReference, DataMap } from '@/lib/domain/datamap/types';
import { anyMap, anyRows, closureOf } from '@/tests/unit/datamap/map-arbitraries';
import { at, collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, systemOf, type Source } from './source';

describe('whose record it is', () => {
  let source: Source;
  let admin: Client;

  beforeAll(async () => {
    source = await sourceWith(`
      CREATE TABLE cust (tenant int, no int, email text, PRIMARY KEY (tenant, no));
      CREATE TABLE ord (id int PRIMARY KEY, tenant int, no int, FOREIGN KEY (tenant, no) REFERENCES cust);
      INSERT INTO cust VALUES (1, 1, 'anna@example.com'), (1, 2, 'bob@example.com'), (2, 1, 'carl@example.com');
      INSERT INTO ord VALUES (10, 1, 1), (11, 1, 2), (12, 2, 1), (13, NULL, 1);
      CREATE TABLE person (id bigint PRIMARY KEY, email text, profile jsonb, boss bigint);
      INSERT INTO person VALUES (1, 'anna@example.com', NULL, NULL), (2, 'x@example.com', '{"contacts": [{"mail": "anna@example.com"}, {"mail": "other@example.com"}]}', 1), (3, 'y@example.com', '{"contacts": []}', 2), (4, 'z@example.com', '{"contacts": {"mail": "ZOE@example.com"}}', 9);
      CREATE TABLE room (id int PRIMARY KEY, members bigint[]);
      INSERT INTO room VALUES (1, '{5,1}'), (2, '{3}'), (3, NULL), (4, '{}');
      CREATE TABLE event (id int PRIMARY KEY, body json);
      INSERT INTO event VALUES (1, '{"by": {"person": 1}}'), (2, '{"by": {"person": "1"}}'), (3, '{"by": {"person": [7, 1]}}'), (4, '{"by": {"person": 11}}');
      CREATE TABLE mail (address text[], id int PRIMARY KEY);
      INSERT INTO mail VALUES ('{other@example.com, ANNA@example.com}', 1), ('{bob@example.com}', 2);`);
    admin = new Client({ connectionString: source.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await source.drop();
  });

  async function found(map: DataMap, identities = { email: ['anna@example.com'] }): Promise<Record<string, unknown[]>> {
    const plan = collectionPlan(map, identities);
    const readerOf = (id: string) => postgresConnector(systemOf(map, id), source.readerUrl);
    const all: Record<string, unknown[]> = {};
    for (const { systemId, steps } of plan.systems) {
      const reader = readerOf(systemId).reading();
      const carried = await carriedKeys(plan, systemId, readerOf);
      for (const step of steps) {
        const records = await recordsOf(reader.collect(step, { carried }));
        expect(await reader.count(step, { carried })).toBe(records.length);
        all[step.collectionId] = records.map(({ id }) => id);
      }
      await reader.close();
    }
    return all;
  }

  const pairs: CompositeReference['pairs'] = [
    { here: at('tenant'), there: at('tenant') },
    { here: at('no'), there: at('no') },
  ];
  const cust = collectionOf('app.cust', { tenant: { key: true }, no: { key: true }, email: { identity: 'email' } });

  it('takes two columns together, in one system and across: neither the tenant nor the number alone is a person', async () => {
    for (const system of ['app', 'other']) {
      const ord = collectionOf(
        `${system}.ord`,
        { id: { key: true }, tenant: {}, no: {} },
        { references: [{ collectionId: 'app.cust', direction: 'from', pairs }] },
      );
      expect((await found(dataMapOf([cust, ord])))[`${system}.ord`]).toEqual([10]);
    }
  });

  const person = { id: { key: true }, email: { identity: 'email' } };

  it('finds a person among the elements of an array, whether it holds keys or addresses', async () => {
    const map = dataMapOf([
      collectionOf('app.person', person),
      collectionOf('app.room', { id: { key: true }, members: { of: 'app.person.id' } }),
      collectionOf('app.mail', { id: { key: true }, address: { identity: 'email' } }),
    ]);
    expect(await found(map)).toEqual({ 'app.person': ['1'], 'app.room': [1], 'app.mail': [1] });
    const backwards = dataMapOf([
      collectionOf('app.room', { id: { identity: 'room' }, members: {} }),
      collectionOf('app.person', { id: { key: true, of: 'app.room.members' }, email: {} }),
    ]);
    expect(await found(backwards, { room: ['1', '2'] } as never)).toEqual({
      'app.room': [1, 2],
      'app.person': ['1', '3'],
    });
  });

  it('finds a person inside JSON, through lists, by an address and by a key', async () => {
    const inside = [{ path: ['contacts', 'mail'], identity: 'email', match: 'email' as const, references: [] }];
    const map = dataMapOf([
      collectionOf('app.person', { id: { key: true }, email: {}, profile: { inside } }),
      collectionOf('app.event', {
        id: { key: true },
        body: {
          inside: [
            {
              path: ['by', 'person'],
              identity: null,
              match: 'text',
              references: [{ collectionId: 'app.cust', place: at('no'), direction: 'from' }],
            },
          ],
        },
      }),
      cust,
    ]);
    expect(await found(map)).toMatchObject({ 'app.person': ['2'], 'app.event': [1, 2, 3] });
    expect((await found(map, { email: ['zoe@example.com'] }))['app.person']).toEqual(['4']);
  });

  it('follows a collection that refers to itself to its end, either way', async () => {
    const tree = (direction: 'from' | 'to') =>
      dataMapOf([collectionOf('app.person', { ...person, boss: { of: 'app.person.id', direction } })]);
    expect((await found(tree('from')))['app.person']).toEqual(['1', '2', '3']);
    expect((await found(tree('to'), { email: ['y@example.com'] }))['app.person']).toEqual(['1', '2', '3']);
    expect((await found(tree('to'), { email: ['z@example.com'] }))['app.person']).toEqual(['4']);
  });

  it(
    'finds what the references tie to the person and nothing else, whatever circles they make',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyMap(['to', 'from']), anyRows, async (map, tables) => {
          for (const [id, rows] of tables) {
            const table = id.split('.')[1];
            await admin.query(
              `DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (nr int, id text, email text, r0 int, r1 text)`,
            );
            for (const [nr, row] of rows.entries())
              await admin.query(`INSERT INTO ${table} VALUES ($1, $2, $3, $4, $5)`, [
                nr,
                row.id,
                row.email,
                row.r0,
                row.r1,
              ]);
            await admin.query(`GRANT SELECT ON ${table} TO ${source.reader}`);
          }
          const numbered: DataMap = {
            ...map,
            systems: map.systems.map((system) => ({
              ...system,
              collections: system.collections.map((one) => ({
                ...one,
                fields: [...one.fields, ...collectionOf('x.y', { nr: { key: true } }).fields],
              })),
            })),
          };
          const plan = collectionPlan(numbered, { email: ['me@x.org'] });
          const tied = closureOf(map, tables);
          const readerOf = (id: string) => postgresConnector(systemOf(numbered, id), source.readerUrl);
          for (const { systemId, steps } of plan.systems) {
            const carried = await carriedKeys(plan, systemId, readerOf);
            const reader = readerOf(systemId).reading();
            for (const step of steps) {
              const numbers = (await recordsOf(reader.collect(step, { carried }))).map(({ nr }) => nr).sort();
              const rows = tables.get(step.collectionId)!;
              expect(numbers).toEqual([...tied.get(step.collectionId)!].map((row) => rows.indexOf(row)).sort());
            }
            await reader.close();
          }
        }),
        { numRuns: 25 },
      );
    },
  );
});
