import { inCircles } from '../datamap/circles';

/** Records of `child` refer to records of `parent`. */
export type Dependence = { readonly child: string; readonly parent: string };

/**
 * The order in which records go: whatever refers to others before those. Collections that refer to each other in a circle make one group, whose
 * records go in one statement.
 */
export function deletionOrder(ids: readonly string[], dependences: readonly Dependence[]): string[][] {
  const children = new Map<string, string[]>();
  for (const { child, parent } of dependences)
    if (child !== parent) children.set(parent, [...(children.get(parent) ?? []), child]);
  return inCircles(ids, (id) => children.get(id) ?? []);
}
