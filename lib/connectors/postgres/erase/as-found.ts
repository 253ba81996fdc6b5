import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { ErasureStep } from '@/lib/domain/erasure/types';
import type { Context } from '../condition-sql';
import { queryOf } from '../sql';
import { hashSql } from './found';
import type { LiveForeignKey, LiveSchema } from './live-schema';

/**
 * Records that all go, and of which nothing has to be known once they have: they are deleted as they were found, in the same moment of the
 * database, without being written down one by one before.
 */
export type AsFound = { readonly erasure: ErasureStep; readonly context: Context };

/** Whether the search of the child follows this foreign key from what was found of its parent: then it finds whatever refers by it. */
export const followsKey = (
  { where, circles }: CollectionStep,
  { childColumns, parentColumns }: LiveForeignKey,
  parentId: string | undefined,
): boolean =>
  circles.length === 0 &&
  where.some(
    (one) =>
      one.kind === 'linked' &&
      one.of === parentId &&
      one.at.length === childColumns.length &&
      one.at.every(({ column, path }, n) => {
        const there = one.ofAt[n]!;
        const at = childColumns.indexOf(column);
        return path.length + there.path.length === 0 && at >= 0 && parentColumns[at] === there.column;
      }),
  );

/** @param isAsked whether other records are found by those of the step */
export function goesAsFound(
  { step, rule }: ErasureStep,
  isAsked: boolean,
  { tables, foreignKeys }: LiveSchema,
): boolean {
  const collectionOf = (oid: string) => tables.find((one) => one.oid === oid)?.collectionId;
  const own = tables.find(({ collectionId }) => collectionId === step.collectionId);
  return (
    own !== undefined &&
    rule.kind === 'erase' &&
    rule.whileKept === null &&
    !rule.named &&
    !isAsked &&
    step.circles.length === 0 &&
    foreignKeys.every(
      (key) => key.parent !== own.oid && (key.child !== own.oid || followsKey(step, key, collectionOf(key.parent))),
    )
  );
}

/** How many records the step finds, and the fingerprint of their keys. @param found tables of what was found before */
export function countedSql(
  { erasure: { step }, context }: AsFound,
  key: readonly string[],
  found: ReadonlyMap<string, string>,
): string {
  const { head, from, where } = queryOf(step, context, found);
  return `${head}SELECT count(*) AS records, coalesce(sum(${hashSql(key)}), 0)::text AS fingerprint FROM ${from} WHERE ${where}`;
}

export function deletedSql({ erasure: { step }, context }: AsFound, found: ReadonlyMap<string, string>): string {
  const { head, from, where } = queryOf(step, context, found);
  return `${head}DELETE FROM ${from} WHERE ${where}`;
}
