/**
 * Nodes by the circles they stand in (strongly connected components, after Tarjan, 1972), each group after those it needs.
 * A group of one node is a circle only if the node needs itself.
 * @param needs what has to be there before a node; unknown nodes do not count
 */
export function inCircles<Node>(nodes: readonly Node[], needs: (node: Node) => readonly Node[]): Node[][] {
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const groups: Node[][] = [];
  const known = new Set(nodes);

  const visit = (node: Node): void => {
    const number = index.size;
    index.set(node, number);
    low.set(node, number);
    open.push(node);
    isOpen.add(node);
    for (const next of needs(node)) {
      if (!known.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (isOpen.has(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== number) return;
    const group = open.splice(open.indexOf(node));
    group.forEach((member) => isOpen.delete(member));
    groups.push(group);
  };

  for (const node of nodes) if (!index.has(node)) visit(node);
  return groups;
}
