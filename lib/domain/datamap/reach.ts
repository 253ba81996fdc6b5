import type { DataMap } from './types';

/** "The records found in `from` lead to the records of `to` whose `toField` has the value of `fromField`." Both are collection ids. */
export type Link = { readonly from: string; readonly fromField: string; readonly to: string; readonly toField: string };

/** Every way from one collection to another, in the order of the map. A reference without direction is two. */
export function linksOf(dataMap: DataMap): Link[] {
  return dataMap.systems.flatMap(({ collections }) => collections.flatMap((collection) => collection.fields.flatMap((field) =>
    field.references.flatMap(({ collectionId, field: other, direction }) => {
      const out: Link = { from: collection.id, fromField: field.name, to: collectionId, toField: other };
      const back: Link = { from: collectionId, fromField: other, to: collection.id, toField: field.name };
      return direction === 'to' ? [out] : direction === 'from' ? [back] : [back, out];
    }))));
}

/** Ids of the collections that can be arrived at from the given ones, themselves included. */
export function reachableFrom(dataMap: DataMap, roots: readonly string[]): Set<string> {
  const links = linksOf(dataMap);
  const reached = new Set(roots);
  const waiting = [...roots];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const link of links) {
      if (link.from === id && !reached.has(link.to)) {
        reached.add(link.to);
        waiting.push(link.to);
      }
    }
  }
  return reached;
}
