import { escapeIdentifier } from 'pg';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import type { Eraser, ErasingHooks } from '@/lib/connectors/erase-port';
import { openConnector, openEraser } from '@/lib/connectors/open';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { Identities } from '@/lib/domain/datamap/identity';
import type { DataMap } from '@/lib/domain/datamap/types';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import type { SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import { type Source, sourceWith } from '@/tests/integration/connectors/source';

export const ASOF = localDate('2026-11-27');

const nothing = async (): Promise<void> => undefined;

export const QUIET: ErasingHooks = { progress: nothing, beforeCommit: nothing, brokenOff: nothing };

/** A source with a second role, which may read all its tables and change them. */
export type Erasable = Source & { readonly writerUrl: string; readonly writer: string };

export async function erasable(ddl: string): Promise<Erasable> {
  const source = await sourceWith(ddl);
  const writerUrl = new URL(source.readerUrl);
  const reader = decodeURIComponent(writerUrl.username);
  writerUrl.username = reader.replace(/_reader$/, '_writer');
  const writer = escapeIdentifier(writerUrl.username);
  await source.run(
    `CREATE ROLE ${writer} LOGIN PASSWORD '${decodeURIComponent(writerUrl.password)}';
     GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${writer}`,
  );
  return {
    ...source,
    writerUrl: writerUrl.href,
    writer,
    drop: async () => {
      await source.run(`DROP OWNED BY ${writer}; DROP ROLE ${writer}`);
      await source.drop();
    },
  };
}

const addressesOf = (dataMap: DataMap, { readerUrl, writerUrl }: Pick<Erasable, 'readerUrl' | 'writerUrl'>) =>
  Object.fromEntries(
    dataMap.systems.flatMap(({ urlName, writeUrlName }) => [
      [urlName, readerUrl],
      ...(writeUrlName ? [[writeUrlName, writerUrl]] : []),
    ]),
  ) as Record<string, string>;

export type Prepared = {
  readonly erasures: readonly SystemErasure[];
  readonly eraserOf: (systemId: string) => Eraser;
};

/** The parts of an erasure of one person, with the keys that lead from system to system read already. */
export async function prepare(dataMap: DataMap, identities: Identities, source: Erasable): Promise<Prepared> {
  const addresses = addressesOf(dataMap, source);
  const systemOf = (id: string) => dataMap.systems.find((one) => one.id === id)!;
  const search = erasureSearch(dataMap, identities);
  const carried: Record<string, readonly (readonly string[])[]> = {};
  for (const { systemId } of search.systems) {
    const keys = await carriedKeys(search, systemId, (id) => openConnector(systemOf(id), addresses));
    for (const [id, found] of keys) carried[id] = found;
  }
  return {
    erasures: systemErasures(dataMap, search, carried, ASOF),
    eraserOf: (id) => openEraser(systemOf(id), addresses)!,
  };
}

/** The one part of an erasure in one system, looked through. */
export async function rehearsed(
  dataMap: DataMap,
  identities: Identities,
  source: Erasable,
): Promise<{ erasure: SystemErasure; eraser: Eraser; facts: SystemFacts }> {
  const { erasures, eraserOf } = await prepare(dataMap, identities, source);
  const [erasure] = erasures;
  const eraser = eraserOf(erasure!.systemId);
  return { erasure: erasure!, eraser, facts: await eraser.rehearse(erasure!) };
}

/** How many records of each fate a collection has, without what is nought. */
export const fatesOf = (facts: SystemFacts): Record<string, Record<string, number>> =>
  Object.fromEntries(
    facts.collections.map(({ collectionId, erased, blanked, anonymised, kept, others }) => [
      collectionId.split('.')[1]!,
      Object.fromEntries(
        Object.entries({ erased, blanked, anonymised, kept, others }).filter(([, count]) => count > 0),
      ),
    ]),
  );
