import { localDate } from '@/lib/domain/calendar/local-date';
import { deletionOrder } from '@/lib/domain/erasure/order';
import type { CollectionFacts, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import type { Context } from '../condition-sql';
import { contextOf } from '../context';
import type { Session } from '../session';
import { askedOf, selectionsOf } from '../sql';
import { type AsFound, countedSql, goesAsFound } from './as-found';
import { FATE, foundSql, HASH, UNTIL } from './found';
import { type LiveSchema, readLiveSchema } from './live-schema';
import { standingObstacles } from './obstacles';
import { type Found, type FoundTable, keepWhatIsReferredTo } from './remaining';

/** What was looked up inside the transaction in which it is acted on. */
export type Looked = {
  readonly facts: SystemFacts;
  readonly live: LiveSchema;
  readonly found: Found;
  readonly contexts: ReadonlyMap<string, Context>;
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/**
 * Finds every record of a system's part and settles what becomes of each, in temporary tables. Nothing of the system itself is changed.
 * @throws SourceError
 */
export async function look(session: Session, erasure: SystemErasure): Promise<Looked> {
  const { client } = session;
  const { steps, asOf } = erasure;
  const live = await readLiveSchema(client, steps);
  const standing = standingObstacles(erasure, live);
  const collectionOf = new Map(live.tables.map(({ oid, collectionId }) => [oid, collectionId]));
  const order = deletionOrder(
    steps.map(({ step }) => step.collectionId),
    live.foreignKeys.flatMap(({ child, parent }) =>
      collectionOf.has(child) ? [{ child: collectionOf.get(child)!, parent: collectionOf.get(parent)! }] : [],
    ),
  );
  const carried = new Map(Object.entries(erasure.carried));
  const all = steps.flatMap(({ step }) => selectionsOf(step));
  const [tables, names, contexts] = [
    new Map<string, FoundTable>(),
    new Map<string, string>(),
    new Map<string, Context>(),
  ];
  const asFound = new Map<string, AsFound>();
  // A table whose records are named twice, or that is none, is not looked into: nobody may act on it.
  const possible = standing.some(({ kind }) => kind === 'sameTable' || kind === 'notATable') ? [] : steps;
  for (const one of possible.toSorted((a, b) => a.step.through.length - b.step.through.length)) {
    const { step, rule } = one;
    const own = live.tables.find(({ collectionId }) => collectionId === step.collectionId);
    const referred = live.foreignKeys.filter(({ parent }) => parent === own?.oid).flatMap((key) => key.parentColumns);
    const asked = askedOf(step.collectionId, all).map(({ column }) => column);
    const kept = unique([...asked, ...referred]);
    const counted = rule.kind === 'keep' && rule.until.kind === 'counted' ? [rule.until.field] : [];
    const context = await contextOf(session, step, [...kept, ...counted], carried);
    contexts.set(step.collectionId, context);
    if (goesAsFound(one, asked.length > 0, live)) {
      asFound.set(step.collectionId, { erasure: one, context });
      continue;
    }
    const name = `rightsdesk_found_${tables.size}`;
    await client.query(foundSql(name, one, { asOf, key: own?.primaryKey ?? [], kept, context, found: names }));
    await client.query(`ANALYZE ${name}`);
    names.set(step.collectionId, name);
    tables.set(step.collectionId, { name, erasure: one });
  }
  const found = { tables, asFound, collectionOf };
  const reachable = order.map((group) => group.filter((id) => tables.has(id)));
  const referring = await keepWhatIsReferredTo(client, live, found, reachable);
  const primaryKeyOf = (id: string) => live.tables.find(({ collectionId }) => collectionId === id)?.primaryKey ?? [];
  const collections: CollectionFacts[] = [];
  for (const { step } of steps) {
    const table = tables.get(step.collectionId);
    const whole = asFound.get(step.collectionId);
    if (table) collections.push(await factsOf(session, step.collectionId, table.name));
    if (whole) collections.push(await allOf(session, whole, primaryKeyOf(step.collectionId), names));
  }
  return {
    facts: { collections, order, schema: live.sentences, obstacles: [...standing, ...referring] },
    live,
    found,
    contexts,
  };
}

async function allOf(
  { client }: Session,
  whole: AsFound,
  key: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<CollectionFacts> {
  const { rows } = await client.query<{ records: string; fingerprint: string }>(countedSql(whole, key, names));
  return {
    collectionId: whole.erasure.step.collectionId,
    erased: Number(rows[0]!.records),
    blanked: 0,
    anonymised: 0,
    kept: 0,
    others: 0,
    fingerprint: rows[0]!.fingerprint,
    keptUntil: null,
    undated: 0,
  };
}

type FateRow = { fate: string; records: string; fingerprint: string; until: string | null; undated: string };

async function factsOf({ client }: Session, collectionId: string, name: string): Promise<CollectionFacts> {
  const { rows } = await client.query<FateRow>(
    `SELECT ${FATE} AS fate, count(*) AS records, sum(${HASH})::text AS fingerprint, max(${UNTIL})::text AS until,
       count(*) FILTER (WHERE ${UNTIL} IS NULL) AS undated FROM ${name} GROUP BY ${FATE}`,
  );
  const of = (fate: string) => rows.find((row) => row.fate === fate);
  const count = (fate: string): number => Number(of(fate)?.records ?? 0);
  const changing = rows.filter(({ fate }) => fate !== 'keep' && fate !== 'others');
  const until = of('keep')?.until;
  return {
    collectionId,
    erased: count('erase'),
    blanked: count('blank'),
    anonymised: count('anonymise'),
    kept: count('keep'),
    others: count('others'),
    fingerprint: changing.reduce((sum, row) => sum + BigInt(row.fingerprint), 0n).toString(),
    keptUntil: until ? localDate(until) : null,
    undated: Number(of('keep')?.undated ?? 0),
  };
}
