import { to as copyTo } from 'pg-copy-streams';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { DataSystem } from '@/lib/domain/datamap/types';
import {
  SourceError,
  type CollectOptions,
  type Connector,
  type Key,
  type OpenReader,
  type Probe,
  type Reader,
} from '../port';
import { readColumns, tableName } from './columns';
import { formsOf } from './condition-sql';
import { contextOf } from './context';
import { driftIn, refuseHalfKeys } from '../drift';
import { schemaFacts } from './schema-facts';
import { jsonLines } from './json-lines';
import { inSession, once, openSession, type Session } from './session';
import { copySql, countSql, keysSql } from './sql';

async function* collectIn(session: Session, step: CollectionStep, options: CollectOptions): AsyncGenerator<Buffer> {
  const context = await contextOf(
    session,
    step,
    step.columns.map(({ name }) => name),
    options.carried,
  );
  yield* jsonLines(session.client.query(copyTo(copySql(step, context))));
}

const formsIn = async (session: Session, step: CollectionStep) => formsOf(step, await contextOf(session, step, []));

async function countIn(session: Session, step: CollectionStep, options: CollectOptions): Promise<number> {
  const { rows } = await session.client.query<{ records: string }>(
    countSql(step, await contextOf(session, step, [], options.carried)),
  );
  return Number(rows[0]?.records ?? 0);
}

async function keysIn(
  session: Session,
  step: CollectionStep,
  at: Parameters<Reader['keys']>[1],
  options: CollectOptions,
): Promise<Key[]> {
  const context = await contextOf(
    session,
    step,
    at.map(({ column }) => column),
    options.carried,
  );
  const { rows } = await session.client.query<{ key: string[] }>(keysSql(step, at, context));
  return rows.map(({ key }) => key);
}

async function check({ client }: Session, system: DataSystem): Promise<Probe> {
  for (const { schema, name, fields } of system.collections) {
    await readColumns(
      client,
      schema,
      name,
      fields.map((field) => field.name),
    );
    // Looking at no row is enough for the server to refuse a view over rows that are kept from its reader.
    await client.query(`SELECT FROM ${tableName(schema, name)} LIMIT 0`);
  }
  const facts = await schemaFacts(client, system);
  refuseHalfKeys(system, facts);
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return {
    ok: true,
    readOnly: true,
    server: `PostgreSQL ${rows[0]?.server_version ?? ''}`.trim(),
    drift: driftIn(system, facts),
  };
}

/** One session for many calls. An answer that is not read to its end costs the session, and the next call opens another. */
function openReader(open: () => Promise<Session>): OpenReader {
  let session: Session | null = null;
  const current = async (): Promise<Session> => (session ??= await open());
  const letGo = (used: Session): void => {
    used.cut();
    session = null;
  };
  async function attempt<T>(work: (used: Session) => Promise<T>): Promise<T> {
    const used = await current();
    try {
      return await work(used);
    } catch (cause) {
      letGo(used);
      throw used.failed(cause);
    }
  }
  return {
    async *collect(step, options = {}) {
      const used = await current();
      let whole = false;
      try {
        yield* collectIn(used, step, options);
        whole = true;
      } catch (cause) {
        throw used.failed(cause);
      } finally {
        if (!whole) letGo(used);
      }
    },
    forms: (step) => attempt((used) => formsIn(used, step)),
    count: (step, options = {}) => attempt((used) => countIn(used, step, options)),
    keys: (step, at, options = {}) => attempt((used) => keysIn(used, step, at, options)),
    async close() {
      await session?.end();
      session = null;
    },
  };
}

/** A PostgreSQL database (15 or newer) as a source. @param url with the read-only login; it is never shown or logged */
export function postgresConnector(system: DataSystem, url: string): Connector {
  const options = (signal?: AbortSignal) => ({ url, timeoutSeconds: system.timeoutSeconds, signal });
  return {
    async probe() {
      try {
        return await once(options(), (session) => check(session, system));
      } catch (cause) {
        if (!(cause instanceof SourceError)) throw cause;
        return { ok: false, reason: cause.reason, detail: cause.detail };
      }
    },
    collect: (step, given = {}) => inSession(options(given.signal), (session) => collectIn(session, step, given)),
    forms: (step) => once(options(), (session) => formsIn(session, step)),
    count: (step, given = {}) => once(options(given.signal), (session) => countIn(session, step, given)),
    keys: (step, at, given = {}) => once(options(given.signal), (session) => keysIn(session, step, at, given)),
    reading: (signal) => openReader(() => openSession(options(signal))),
  };
}
