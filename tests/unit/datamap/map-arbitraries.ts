import fc from 'fast-check';
import { linksOf, placeName } from '@/lib/domain/datamap/reach';
import type { CompositeReference, DataMap, Direction } from '@/lib/domain/datamap/types';
import { at, collectionOf, dataMapOf, type ShortField } from './maps';

export type Row = Record<string, string>;

export const COUNT = 6;

/** Tables alternate between two systems. */
export const idOf = (index: number): string => `${'ab'[index % 2]}.t${index}`;

const pairs = [
  { here: at('r0'), there: at('id') },
  { here: at('r1'), there: at('r1') },
];

/** Maps of six tables in two systems, referring to each other and to themselves anyhow, by one column or two: circles, diamonds, lost islands. */
export const anyMap = (directions: readonly Direction[]): fc.Arbitrary<DataMap> =>
  fc
    .array(
      fc.record({
        refs: fc.array(fc.record({ to: fc.nat(COUNT - 1), direction: fc.constantFrom(...directions) }), {
          maxLength: 2,
        }),
        composite: fc.option(fc.record({ to: fc.nat(COUNT - 1), direction: fc.constantFrom(...directions) }), {
          nil: null,
        }),
        root: fc.boolean(),
      }),
      { minLength: COUNT, maxLength: COUNT },
    )
    .map((tables) =>
      dataMapOf(
        tables.map(({ refs, composite, root }, index) => {
          const fields: Record<string, ShortField> = {
            id: { key: true },
            email: root || index === 0 ? { identity: 'email' } : {},
            r0: {},
            r1: {},
          };
          refs.forEach(({ to, direction }, number) => {
            fields[`r${number}`] = { of: `${idOf(to)}.id`, direction };
          });
          const references: CompositeReference[] =
            composite === null ? [] : [{ collectionId: idOf(composite.to), direction: composite.direction, pairs }];
          return collectionOf(idOf(index), fields, { references });
        }),
      ),
    );

const key = fc.constantFrom('1', '2', '3');

export const anyRows = fc
  .array(
    fc.array(fc.record({ id: key, email: fc.constantFrom('me@x.org', 'you@x.org'), r0: key, r1: key }), {
      maxLength: 4,
    }),
    { minLength: COUNT, maxLength: COUNT },
  )
  .map((tables) => new Map(tables.map((rows, index) => [idOf(index), rows as Row[]])));

/** Whoever is named, and again whatever their records lead to, until nothing new comes. */
export function closureOf(map: DataMap, tables: ReadonlyMap<string, Row[]>): Map<string, Set<Row>> {
  const tied = new Map([...tables].map(([id]) => [id, new Set<Row>()]));
  for (const { id, fields } of map.systems.flatMap(({ collections }) => collections)) {
    if (fields.some(({ identity }) => identity))
      tables
        .get(id)!
        .filter(({ email }) => email === 'me@x.org')
        .forEach((row) => tied.get(id)!.add(row));
  }
  const size = () => [...tied.values()].reduce((sum, rows) => sum + rows.size, 0);
  for (let before = -1; size() !== before;) {
    before = size();
    for (const { from, fromAt, to, toAt } of linksOf(map)) {
      for (const row of tables.get(to)!) {
        if (
          [...tied.get(from)!].some((other) =>
            fromAt.every((place, n) => other[placeName(place)] === row[placeName(toAt[n]!)]),
          )
        )
          tied.get(to)!.add(row);
      }
    }
  }
  return tied;
}
