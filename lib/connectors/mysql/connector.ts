import type { DataSystem } from '@/lib/domain/datamap/types';
import { keyedReader } from '../keyed/connector';
import { SourceError, type Connector, type Probe, type Reader } from '../port';
import { driftIn, refuseHalfKeys } from '../drift';
import { columnsOf, tableName } from './columns';
import { schemaFacts } from './schema-facts';
import { once, openSession, type Session, type SessionOptions } from './session';
import { mysqlSource } from './source';

async function check(session: Session, system: DataSystem): Promise<Probe> {
  for (const { schema, name, fields } of system.collections) {
    await columnsOf(
      session,
      { schema, name },
      fields.map((field) => field.name),
    );
    // Looking at no row is enough for the server to refuse a table that may not be read, or a view over one.
    await session.connection.promise().query(`SELECT 1 FROM ${tableName(schema, name)} LIMIT 0`);
  }
  const facts = await schemaFacts(session, system);
  refuseHalfKeys(system, facts);
  return { ok: true, readOnly: true, server: session.server, drift: driftIn(system, facts) };
}

/** A reader whose sessions are made by `open`, and what ends the last of them. */
function readerOf(open: () => Promise<Session>) {
  let session: Promise<Session> | null = null;
  const current = (): Promise<Session> => (session ??= open());
  /** What went wrong costs the session; the next call opens another. */
  const lost = async (cause: unknown): Promise<SourceError> => {
    const used = await session?.catch(() => null);
    session = null;
    used?.cut();
    return used ? used.failed(cause) : (cause as SourceError);
  };
  const source = mysqlSource(current);
  const keyed = keyedReader(source);
  const kept = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      throw await lost(cause);
    }
  };
  const reader: Reader = {
    async *collect(step, options) {
      let whole = false;
      try {
        yield* keyed.collect(step, options);
        whole = true;
      } catch (cause) {
        throw await lost(cause);
      } finally {
        // An answer that is not read to its end leaves rows on the line.
        if (!whole) await lost(null);
      }
    },
    forms: (step) => kept(keyed.forms(step)),
    count: (step, options) => kept(keyed.count(step, options)),
    keys: (step, at, options) => kept(keyed.keys(step, at, options)),
  };
  const close = async (): Promise<void> => {
    const used = await session?.catch(() => null);
    session = null;
    await used?.end();
  };
  return { reader, close };
}

/** A MySQL (8.0.19 or newer) or MariaDB (10.6 or newer) database as a source. @param url with the read-only login; it is never shown or logged */
export function mysqlConnector(system: DataSystem, url: string): Connector {
  const options = (signal?: AbortSignal): SessionOptions => ({ url, timeoutSeconds: system.timeoutSeconds, signal });
  /** One call with a session of its own. */
  const alone = async <T>(signal: AbortSignal | undefined, work: (reader: Reader) => Promise<T>): Promise<T> => {
    const { reader, close } = readerOf(() => openSession(options(signal)));
    const value = await work(reader);
    await close();
    return value;
  };
  return {
    async probe() {
      try {
        return await once(options(), (session) => check(session, system));
      } catch (cause) {
        if (!(cause instanceof SourceError)) throw cause;
        return { ok: false, reason: cause.reason, detail: cause.detail };
      }
    },
    async *collect(step, given = {}) {
      const { reader, close } = readerOf(() => openSession(options(given.signal)));
      yield* reader.collect(step, given);
      await close();
    },
    forms: (step) => alone(undefined, (reader) => reader.forms(step)),
    count: (step, given = {}) => alone(given.signal, (reader) => reader.count(step, given)),
    keys: (step, at, given = {}) => alone(given.signal, (reader) => reader.keys(step, at, given)),
    reading(signal) {
      const { reader, close } = readerOf(() => openSession(options(signal)));
      return { ...reader, close };
    },
  };
}
