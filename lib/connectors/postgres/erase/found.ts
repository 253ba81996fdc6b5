import { escapeIdentifier, escapeLiteral } from 'pg';
import type { CollectionStep, Selection } from '@/lib/domain/datamap/plan';
import type { ErasureStep } from '@/lib/domain/erasure/types';
import { SourceError } from '../../port';
import type { Columns } from '../columns';
import { type Context, ownTable } from '../condition-sql';
import { queryOf } from '../sql';
import { compared, membership, OWN, valuesAt } from '../value-sql';

/** What becomes of a record, as it stands beside it in the table of what was found. */
export type RecordFate = 'erase' | 'blank' | 'anonymise' | 'keep' | 'others';

/** Names of the columns that a table of what was found has besides those it was asked for. */
export const PART = 'rightsdesk_part';
export const PLACE = 'rightsdesk_place';
export const BATCH = 'rightsdesk_batch';
export const FATE = 'rightsdesk_fate';
export const UNTIL = 'rightsdesk_until';
export const HASH = 'rightsdesk_hash';

/**
 * Records that go in one statement; more of a table go in several, so that a long erasure shows how far it is. Each statement passes over the
 * table and what was found in it once more, so smaller ones take longer together.
 */
export const BATCH_SIZE = 1_000_000;

const day = (value: string, period: string, endOfYear: boolean): string => {
  const from = endOfYear
    ? `date_trunc('year', (${value})::date::timestamp) + interval '1 year' - interval '1 day'`
    : `(${value})::date::timestamp`;
  return `(${from} + interval ${escapeLiteral(period)})::date`;
};

/** The same for the same record: of its key, or of all of it where the table has none. */
export function hashSql(key: readonly string[]): string {
  const record = key.length === 0 ? `${OWN}.*` : key.map((column) => `${OWN}.${escapeIdentifier(column)}`).join(', ');
  return `hashtextextended(ROW(${record})::text, 0)`;
}

type Fated = { readonly fate: string; readonly until: string };

const NO_DAY = 'NULL::date';

/** The fate of the record at hand and its last day of keeping, as SQL. */
function fateSql(
  { step, rule }: ErasureStep,
  asOf: string,
  own: Columns,
  { catalogue, found }: { readonly catalogue: Context['catalogue']; readonly found: ReadonlyMap<string, string> },
): Fated {
  if (rule.kind !== 'keep') return { fate: escapeLiteral(rule.kind), until: NO_DAY };
  const { until } = rule;
  if (until.kind === 'open') return { fate: "'keep'", until: NO_DAY };
  if (until.kind === 'counted') {
    const end = day(`${OWN}.${escapeIdentifier(until.field)}`, until.period, until.endOfYear);
    // A record without a day stays: nobody could say that its time has run.
    return { fate: `CASE WHEN ${end} < ${escapeLiteral(asOf)}::date THEN 'erase' ELSE 'keep' END`, until: end };
  }
  const link = step.where.find((one) => one.kind === 'linked' && one.of === until.collectionId);
  const other = found.get(until.collectionId);
  if (link?.kind !== 'linked' || other === undefined)
    throw new SourceError(
      'badMap',
      `records of ${step.collectionId} are kept as long as those of ${until.collectionId}, and are not found through them`,
    );
  const mine = valuesAt(link.at, own, OWN);
  const theirs = valuesAt(link.ofAt, catalogue.get(until.collectionId)!, other);
  const [here, there] = compared(mine, theirs);
  const from = [other, ...theirs.from].join(', ');
  const kept = membership(
    mine,
    `(${here.join(', ')}) IN (SELECT ${there.join(', ')} FROM ${from} WHERE ${other}.${FATE} = 'keep')`,
  );
  const last = `(SELECT max(${other}.${UNTIL}) FROM ${from} WHERE ${membership(mine, `(${here.join(', ')}) = (${there.join(', ')})`)})`;
  return { fate: `CASE WHEN ${kept} THEN 'keep' ELSE 'erase' END`, until: last };
}

/**
 * A temporary table of the records that a step finds: where each stands, what becomes of it, and the columns that others are found by. It lives
 * as long as the transaction, so that what referred to a record is still known after the record has gone.
 * @param kept columns to be remembered besides those by which other steps are found
 */
export function foundSql(
  name: string,
  erasure: ErasureStep,
  {
    asOf,
    key,
    kept,
    context,
    found,
  }: {
    readonly asOf: string;
    readonly key: readonly string[];
    readonly kept: readonly string[];
    readonly context: Context;
    readonly found: ReadonlyMap<string, string>;
  },
): string {
  const { step } = erasure;
  const { head, from, where } = queryOf(step, context, found);
  const own = context.catalogue.get(step.collectionId)!;
  const { fate, until } = fateSql(erasure, asOf, own, { catalogue: context.catalogue, found });
  const columns = [
    `${OWN}.tableoid AS ${PART}`,
    `${OWN}.ctid AS ${PLACE}`,
    `(row_number() OVER () - 1) / ${BATCH_SIZE} AS ${BATCH}`,
    `${fate} AS ${FATE}`,
    `${until} AS ${UNTIL}`,
    `${hashSql(key)} AS ${HASH}`,
    ...kept.map((column) => `${OWN}.${escapeIdentifier(column)}`),
  ];
  return `CREATE TEMPORARY TABLE ${name} ON COMMIT DROP AS ${head}SELECT ${columns.join(', ')} FROM ${from} WHERE ${where}`;
}

/** How many records the same search finds now, by the keys of what was found before. */
export function searchedAgainSql(step: CollectionStep, context: Context, found: ReadonlyMap<string, string>): string {
  const { head, from, where } = queryOf(step, context, found);
  return `${head}SELECT count(*) AS records FROM ${from} WHERE ${where}`;
}

/** The record at hand is the one that stands beside it in the table of what was found. */
export const samePlace = (record: string, found: string): string =>
  `${record}.ctid = ${found}.${PLACE} AND ${record}.tableoid = ${found}.${PART}`;

export const tableOf = (selection: Selection): string => ownTable(selection);
