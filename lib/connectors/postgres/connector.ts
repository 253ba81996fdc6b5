import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { SourceError, type CollectOptions, type Connector, type Probe } from '../port';
import { readColumns } from './columns';
import { jsonLines } from './json-lines';
import { inSession, once } from './session';
import { copySql, countSql, fieldsUsed, keysSql, type Catalogue } from './sql';

const NO_KEYS: ReadonlyMap<string, readonly string[]> = new Map();

async function catalogueOf(client: ClientBase, step: CollectionStep, columns: readonly string[]): Promise<Catalogue> {
  const catalogue = new Map();
  for (const [{ collectionId, schema, name }, fields] of fieldsUsed(step, columns)) {
    catalogue.set(collectionId, await readColumns(client, schema, name, fields));
  }
  return catalogue;
}

async function check(client: ClientBase, system: DataSystem): Promise<Probe> {
  for (const { schema, name, fields } of system.collections) {
    await readColumns(client, schema, name, fields.map((field) => field.name));
  }
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return { ok: true, readOnly: true, server: `PostgreSQL ${rows[0]?.server_version ?? ''}`.trim() };
}

/** A PostgreSQL database (15 or newer) as a source. @param url with the read-only login; it is never shown or logged */
export function postgresConnector(system: DataSystem, url: string): Connector {
  const session = ({ signal }: CollectOptions) => ({ url, timeoutSeconds: system.timeoutSeconds, signal });
  return {
    async probe() {
      try {
        return await once(session({}), (client) => check(client, system));
      } catch (cause) {
        if (!(cause instanceof SourceError)) throw cause;
        return { ok: false, reason: cause.reason, detail: cause.detail };
      }
    },
    collect(step, options = {}) {
      return inSession(session(options), async function* (client) {
        const catalogue = await catalogueOf(client, step, step.columns.map(({ name }) => name));
        const copied = client.query(copyTo(copySql(step, catalogue, options.carried ?? NO_KEYS)));
        yield* jsonLines(copied);
      });
    },
    count(step, options = {}) {
      return once(session(options), async (client) => {
        const { rows } = await client.query<{ records: string }>(countSql(step, await catalogueOf(client, step, []), options.carried ?? NO_KEYS));
        return Number(rows[0]?.records ?? 0);
      });
    },
    keys(step, field, options = {}) {
      return once(session(options), async (client) => {
        const { rows } = await client.query<{ key: string }>(keysSql(step, field, await catalogueOf(client, step, [field]), options.carried ?? NO_KEYS));
        return rows.map(({ key }) => key);
      });
    },
  };
}
