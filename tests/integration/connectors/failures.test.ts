import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import { matchAccounts } from '@/lib/connectors/accounts';
import { openConnector } from '@/lib/connectors/open';
import { SourceError, type Connector } from '@/lib/connectors/port';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, stepsOf, systemOf, type Source } from './source';

const person = { id: { key: true }, email: { identity: 'email' } };
const map = dataMapOf([
  collectionOf('app.person', person, { account: true }),
  collectionOf('app.visit', { id: { key: true }, person_id: { of: 'app.person.id' } }),
  collectionOf('other.letter', { id: { key: true }, person_id: { of: 'app.person.id' } }),
]);
const app = systemOf(map, 'app');
const identities = { email: ['a@example.com'] };
const { person: personStep, visit: visitStep } = stepsOf(map, 'app', identities);

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (cause: unknown) => {
      if (!(cause instanceof SourceError)) throw cause;
      return cause.reason;
    },
  );

describe('a source that gives no answer says why', () => {
  let source: Source;
  let connector: Connector;

  beforeAll(async () => {
    source = await sourceWith(`
      CREATE TABLE person (id int PRIMARY KEY, email text);
      CREATE TABLE visit (id int PRIMARY KEY, person_id int);
      CREATE TABLE letter (id int PRIMARY KEY, person_id text);
      CREATE TABLE closed (id int PRIMARY KEY, email text);
      INSERT INTO person VALUES (1, 'a@example.com'), (2, 'b@example.com');
      INSERT INTO visit SELECT n, 1 FROM generate_series(1, 200000) n;
      INSERT INTO letter VALUES (1, '1'), (2, '2');`);
    await source.run(`REVOKE ALL ON closed FROM ${source.reader}`);
    connector = postgresConnector(app, source.readerUrl);
  });
  afterAll(() => source.drop());

  it('answers when nothing is wrong', async () => {
    expect(await connector.probe()).toMatchObject({
      ok: true,
      readOnly: true,
      server: expect.stringMatching(/^PostgreSQL \d/),
    });
    expect(await connector.count(visitStep!)).toBe(200_000);
  });

  it('is not asked without an address', async () => {
    const connectorless = openConnector(app, {});
    expect(await connectorless.probe()).toEqual({
      ok: false,
      reason: 'notConfigured',
      detail: 'set APP_URL to the address of the database with a login that can only read',
    });
    expect(await reasonOf(recordsOf(connectorless.collect(personStep!)))).toBe('notConfigured');
    expect(await reasonOf(connectorless.count(personStep!))).toBe('notConfigured');
    expect(await reasonOf(connectorless.keys(personStep!, [{ column: 'id', path: [] }]))).toBe('notConfigured');
  });

  it('is unreachable where nobody listens, and where there is no such database', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const down = new URL(source.readerUrl);
    down.port = String(port);
    const gone = new URL(source.readerUrl);
    gone.pathname = '/no_such_database';
    for (const url of [down, gone]) {
      const answer = await postgresConnector(app, url.href).probe();
      expect(answer).toMatchObject({ ok: false, reason: 'unreachable' });
      expect(JSON.stringify(answer)).not.toContain(url.password);
    }
  });

  it('is denied with a wrong password, and to a table that was not opened', async () => {
    const wrong = new URL(source.readerUrl);
    wrong.password = 'wrong';
    expect(await postgresConnector(app, wrong.href).probe()).toMatchObject({ ok: false, reason: 'denied' });
    const closed = dataMapOf([collectionOf('app.closed', person)]);
    expect(await postgresConnector(systemOf(closed, 'app'), source.readerUrl).probe()).toEqual({
      ok: false,
      reason: 'denied',
      detail: 'the login may not read "id", "email" of table "closed"',
    });
  });

  it.each([
    ['is a superuser', 'is a superuser', null],
    ['may insert', 'may write to person', 'GRANT INSERT ON person TO reader'],
    ['may update one column', 'may write to person', 'GRANT UPDATE (email) ON person TO reader'],
    ['may delete', 'may write to visit', 'GRANT DELETE ON visit TO reader'],
    ['may make tables', 'may create tables in schema public', 'GRANT CREATE ON SCHEMA public TO reader'],
    ['may write everything', 'may write all data', 'GRANT pg_write_all_data TO reader'],
  ])('is not used through a login that %s', async (_what, how, grant) => {
    const url = grant === null ? source.adminUrl : source.readerUrl;
    if (grant !== null) await source.run(grant.replace('reader', source.reader));
    try {
      expect(await postgresConnector(app, url).probe()).toEqual({
        ok: false,
        reason: 'writable',
        detail: `the login ${how}; give one that can only read`,
      });
      expect(await reasonOf(recordsOf(postgresConnector(app, url).collect(personStep!)))).toBe('writable');
    } finally {
      if (grant !== null)
        await source.run(grant.replace('GRANT', 'REVOKE').replace(' TO reader', ` FROM ${source.reader}`));
    }
  });

  it.each([
    [
      'table',
      dataMapOf([collectionOf('app.persons', person)]),
      'there is no table "persons", or the login may not use its schema',
    ],
    [
      'column',
      dataMapOf([collectionOf('app.person', { ...person, nick_name: {}, age: {} })]),
      'table "person" has no column "nick_name", "age"',
    ],
    [
      'schema',
      dataMapOf([collectionOf('app.person', person, { schema: 'crm' })]),
      'there is no table "crm"."person", or the login may not use its schema',
    ],
  ])('names the %s that the map has and the database has not', async (_what, wrong, detail) => {
    expect(await postgresConnector(systemOf(wrong, 'app'), source.readerUrl).probe()).toEqual({
      ok: false,
      reason: 'badMap',
      detail,
    });
    expect(
      await reasonOf(
        recordsOf(
          postgresConnector(systemOf(wrong, 'app'), source.readerUrl).collect(
            Object.values(stepsOf(wrong, 'app', identities))[0]!,
          ),
        ),
      ),
    ).toBe('badMap');
  });

  it('is given up on after the time the map allows', async () => {
    await source.run(
      `CREATE VIEW slow AS SELECT id, email, pg_sleep(30)::text AS nap FROM person; GRANT SELECT ON slow TO ${source.reader}`,
    );
    const slow = dataMapOf([collectionOf('app.slow', { ...person, nap: {} })]);
    const impatient = postgresConnector({ ...systemOf(slow, 'app'), timeoutSeconds: 1 }, source.readerUrl);
    expect(await reasonOf(recordsOf(impatient.collect(stepsOf(slow, 'app', identities).slow!)))).toBe('timeout');
  });

  it('is interrupted when its connection is cut in the middle', async () => {
    const chunks = connector.collect(visitStep!)[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    await source.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rightsdesk' AND datname = current_database()",
    );
    const rest = async () => {
      while (!(await chunks.next()).done);
    };
    expect(await reasonOf(rest())).toBe('interrupted');
  });

  it('is interrupted when we are told to stop, before the start and in the middle', async () => {
    expect(await reasonOf(recordsOf(connector.collect(visitStep!, { signal: AbortSignal.abort() })))).toBe(
      'interrupted',
    );
    const stop = new AbortController();
    const reading = async () => {
      for await (const chunk of connector.collect(visitStep!, { signal: stop.signal }))
        if (chunk.length > 0) stop.abort();
    };
    expect(await reasonOf(reading())).toBe('interrupted');
  });

  it('is left in peace when the reader goes away early', async () => {
    for await (const chunk of connector.collect(visitStep!)) if (chunk.length > 0) break;
    await expect
      .poll(
        async () => {
          const admin = new Client({ connectionString: source.adminUrl });
          await admin.connect();
          const { rows } = await admin.query(
            "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'rightsdesk' AND datname = current_database()",
          );
          await admin.end();
          return rows[0].n;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
  });

  it('changes nothing even where a view of the source would', async () => {
    await source.run(`
      CREATE FUNCTION sign_in(n int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO visit VALUES (-n, n); RETURN 'x'; END $$ SECURITY DEFINER;
      CREATE VIEW traced AS SELECT id, email, sign_in(id) AS trace FROM person; GRANT SELECT ON traced TO ${source.reader}`);
    const traced = dataMapOf([collectionOf('app.traced', { ...person, trace: {} })]);
    expect(
      await reasonOf(
        recordsOf(
          postgresConnector(systemOf(traced, 'app'), source.readerUrl).collect(
            stepsOf(traced, 'app', identities).traced!,
          ),
        ),
      ),
    ).toBe('badMap');
    expect(
      await connector.count({
        ...visitStep!,
        where: [
          {
            kind: 'identity',
            identity: 'id',
            at: { column: 'id', path: [] },
            country: 'LU',
            match: 'exact',
            values: ['-1'],
          },
        ],
        through: [],
      }),
    ).toBe(0);
  });

  it('is not searched when the system its keys come from does not answer', async () => {
    const plan = collectionPlan(map, identities);
    const addresses = { OTHER_URL: source.readerUrl };
    expect(await reasonOf(carriedKeys(plan, 'other', (id) => openConnector(systemOf(map, id), addresses)))).toBe(
      'notConfigured',
    );
  });

  it('is searched by keys of another system, of another type too', async () => {
    const plan = collectionPlan(map, identities);
    const addresses = { APP_URL: source.readerUrl, OTHER_URL: source.readerUrl };
    const connectorOf = (id: string) => openConnector(systemOf(map, id), addresses);
    const carried = await carriedKeys(plan, 'other', connectorOf);
    expect([...carried]).toEqual([['app.person.id', [['1']]]]);
    expect(
      await recordsOf(connectorOf('other').collect(stepsOf(map, 'other', identities).letter!, { carried })),
    ).toEqual([{ id: 1, person_id: '1' }]);
    expect(await carriedKeys(plan, 'app', connectorOf)).toEqual(new Map());
  });

  it('tells the desk that it could not say whether there is an account', async () => {
    expect(await matchAccounts(map, identities, {})).toEqual([
      { systemId: 'app', collectionId: 'app.person', identity: 'email', accounts: null, failure: 'notConfigured' },
    ]);
    expect(await matchAccounts(map, identities, { APP_URL: source.readerUrl })).toEqual([
      { systemId: 'app', collectionId: 'app.person', identity: 'email', accounts: 1, failure: null },
    ]);
  });
});
