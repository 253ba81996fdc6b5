import type { Blanks } from '@/lib/domain/datamap/types';
import type { ErasureStep, Obstacle, SystemErasure } from '@/lib/domain/erasure/types';
import type { LiveSchema, LiveTable } from './live-schema';

const blanksOf = ({ rule }: ErasureStep): Blanks | null =>
  rule.kind === 'anonymise' ? rule.blanks : rule.kind === 'erase' ? rule.whileKept : null;

/** What the tables themselves put in the way, before anybody looks for a record. */
export function standingObstacles({ steps, knownTables }: SystemErasure, live: LiveSchema): Obstacle[] {
  const found = new Set(live.tables.map(({ oid }) => oid));
  const twice = live.tables.filter(({ oid }, at) => live.tables.findIndex((one) => one.oid === oid) < at);
  return [
    ...twice.map(({ collectionId, shown }) => ({
      kind: 'sameTable' as const,
      collectionId,
      detail: `table ${shown} is described by two collections, and what becomes of its records would depend on which comes first: describe it once`,
    })),
    ...live.tables.flatMap((table) =>
      ofTable(
        table,
        steps.find(({ step }) => step.collectionId === table.collectionId)!,
      ),
    ),
    ...live.foreignKeys
      .filter(({ child }) => !found.has(child))
      .flatMap(({ childShown, childNames, childColumns, parent, readable }): Obstacle[] => {
        const { collectionId, shown } = live.tables.find(({ oid }) => oid === parent)!;
        const refers = `table ${childShown} refers to ${shown} (foreign key on ${childColumns.join(', ')})`;
        if (!childNames.some((name) => knownTables.includes(name)))
          return [
            {
              kind: 'unmapped',
              collectionId,
              detail: `${refers} and is not in the data map: describe it as a collection, or name it under leftOut of the system with the reason`,
            },
          ];
        return readable
          ? []
          : [{ kind: 'unreadable', collectionId, detail: `${refers}, and the login may not read it: grant SELECT` }];
      }),
  ];
}

function ofTable({ collectionId, shown, isTable, deletable, columns }: LiveTable, erasure: ErasureStep): Obstacle[] {
  if (!isTable)
    return [
      {
        kind: 'notATable',
        collectionId,
        detail: `${shown} is a view or a foreign table, from which nothing can be erased safely: describe the tables under it`,
      },
    ];
  const blanks = blanksOf(erasure);
  const blanked = columns.filter(({ name }) => blanks !== null && name in blanks);
  const goes = erasure.rule.kind !== 'anonymise';
  const closed = blanked.filter(({ updatable }) => !updatable).map(({ name }) => name);
  return [
    ...(goes && !deletable
      ? [{ kind: 'denied' as const, collectionId, detail: `the login may not delete from ${shown}: grant DELETE` }]
      : []),
    ...(closed.length > 0
      ? [
          {
            kind: 'denied' as const,
            collectionId,
            detail: `the login may not change ${closed.join(', ')} of ${shown}: grant UPDATE on these columns`,
          },
        ]
      : []),
    ...blanked
      .filter(({ name, required }) => required && blanks![name] === null)
      .map(({ name }) => ({
        kind: 'notNull' as const,
        collectionId,
        detail: `column ${name} of ${shown} must hold a value, and the data map would blank it: give it one that is the same for everybody`,
      })),
  ];
}
