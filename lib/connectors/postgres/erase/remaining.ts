import { escapeIdentifier, type ClientBase } from 'pg';
import type { Blanks } from '@/lib/domain/datamap/types';
import type { ErasureStep, Obstacle } from '@/lib/domain/erasure/types';
import { type AsFound, followsKey } from './as-found';
import { FATE, type RecordFate, samePlace } from './found';
import type { LiveForeignKey, LiveSchema } from './live-schema';

export type FoundTable = { readonly name: string; readonly erasure: ErasureStep };

/** What was found, by collection, and the server's tables of it, by oid. */
export type Found = {
  readonly tables: ReadonlyMap<string, FoundTable>;
  /** What goes as it was found, and stands in no table of its own. */
  readonly asFound: ReadonlyMap<string, AsFound>;
  readonly collectionOf: ReadonlyMap<string, string>;
};

const nulls = (blanks: Blanks | null, columns: readonly string[]): boolean =>
  columns.some((column) => blanks !== null && column in blanks && blanks[column] === null);

/** Fates after which a record of the child no longer refers by these columns. */
function released({ rule }: ErasureStep, columns: readonly string[]): RecordFate[] {
  const blanked = rule.kind === 'erase' && nulls(rule.whileKept, columns);
  const anonymised = rule.kind === 'anonymise' && nulls(rule.blanks, columns);
  return ['erase', ...(blanked ? (['blank'] as const) : []), ...(anonymised ? (['anonymise'] as const) : [])];
}

const releasedSql = (erasure: ErasureStep, { childColumns }: LiveForeignKey): string =>
  released(erasure, childColumns)
    .map((fate) => `'${fate}'`)
    .join(', ');

/** A record that goes is still referred to, by a record that stays. `ours`: counting only those that were found; `all`: any. */
function stillReferred(
  key: LiveForeignKey,
  parent: FoundTable,
  child: FoundTable | undefined,
): { all: string; ours: string } {
  const joined = key.childColumns.map(
    (column, n) => `child.${escapeIdentifier(column)} = ${parent.name}.${escapeIdentifier(key.parentColumns[n]!)}`,
  );
  const own = child ? `SELECT FROM ${child.name} AS mine WHERE ${samePlace('child', 'mine')}` : 'SELECT WHERE FALSE';
  const gone = child ? `${own} AND mine.${FATE} IN (${releasedSql(child.erasure, key)})` : 'SELECT WHERE FALSE';
  const from = `SELECT FROM ${key.childShown} AS child WHERE ${joined.join(' AND ')} AND NOT EXISTS (${gone})`;
  return { all: `EXISTS (${from})`, ours: `EXISTS (${from} AND EXISTS (${own}))` };
}

/** Whether whatever refers by this key was found, and no longer refers afterwards: then nothing has to be looked for in the table itself. */
async function allGo(
  client: ClientBase,
  key: LiveForeignKey,
  { name, erasure }: FoundTable,
  collectionOf: Found['collectionOf'],
): Promise<boolean> {
  if (!followsKey(erasure.step, key, collectionOf.get(key.parent))) return false;
  const { rows } = await client.query<{ some: boolean }>(
    `SELECT EXISTS (SELECT FROM ${name} WHERE ${FATE} NOT IN (${releasedSql(erasure, key)})) AS some`,
  );
  return rows[0]?.some === false;
}

/**
 * Records that would go while another one, that stays, refers to them: they are blanked where the map says how, stay where they were only
 * named by the person's records, and are an obstacle else. Group by group, children first, so that what stays is known before its parents.
 */
export async function keepWhatIsReferredTo(
  client: ClientBase,
  { foreignKeys }: LiveSchema,
  { tables, asFound, collectionOf }: Found,
  order: readonly (readonly string[])[],
): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  for (const group of order) {
    for (let changed = true; changed;) {
      changed = false;
      for (const key of foreignKeys.filter(
        ({ parent, readable }) => readable && group.includes(collectionOf.get(parent)!),
      )) {
        const parent = tables.get(collectionOf.get(key.parent)!)!;
        const childId = collectionOf.get(key.child) ?? '';
        const child = tables.get(childId);
        if (asFound.has(childId) || (child && (await allGo(client, key, child, collectionOf)))) continue;
        const { all, ours } = stillReferred(key, parent, child);
        const { rule } = parent.erasure;
        const instead =
          rule.kind === 'erase' && rule.whileKept !== null
            ? 'blank'
            : rule.kind === 'erase' && rule.named
              ? 'others'
              : null;
        if (instead !== null) {
          const { rowCount } = await client.query(
            `UPDATE ${parent.name} SET ${FATE} = '${instead}' WHERE ${FATE} = 'erase' AND ${all}`,
          );
          // In a circle a record that stays may be what keeps another one.
          if ((rowCount ?? 0) > 0 && group.length > 1) changed = true;
        } else obstacles.push(...(await obstaclesOf(client, key, parent, all, ours)));
      }
    }
  }
  return [...new Map(obstacles.map((one) => [one.detail, one])).values()];
}

async function obstaclesOf(
  client: ClientBase,
  key: LiveForeignKey,
  { name, erasure }: FoundTable,
  all: string,
  ours: string,
): Promise<Obstacle[]> {
  const { rows } = await client.query<{ all: string; ours: string }>(
    `SELECT count(*) AS all, count(*) FILTER (WHERE ${ours}) AS ours FROM ${name} WHERE ${FATE} = 'erase' AND ${all}`,
  );
  const [counts] = rows;
  const { collectionId } = erasure.step;
  const by = `${key.childShown} (${key.childColumns.join(', ')})`;
  const [kept, strange] = [Number(counts?.ours), Number(counts?.all) - Number(counts?.ours)];
  return [
    ...(kept > 0
      ? [
          {
            kind: 'keptRefers' as const,
            collectionId,
            detail: `${kept} records of ${collectionId} would go while records of ${by} that stay refer to them: give ${collectionId} erasure: { whileKept: { field: value }, why }`,
          },
        ]
      : []),
    ...(strange > 0
      ? [
          {
            kind: 'strangersRefer' as const,
            collectionId,
            detail: `${strange} records of ${collectionId} would go while records of ${by} that the plan does not reach refer to them: lead the data map there, or give ${collectionId} erasure: { whileKept: { field: value }, why }`,
          },
        ]
      : []),
  ];
}
