import { emptyRoot, nodeHash, type Hash } from './merkle';

/**
 * What a sealer must remember of a tree to go on growing it: its size and the roots of its complete subtrees, widest first.
 * At most one hash for each bit of the size, so a log of a billion entries goes on from 30 hashes.
 */
export type Frontier = { readonly size: number; readonly subtrees: readonly Hash[] };

export const EMPTY_FRONTIER: Frontier = { size: 0, subtrees: [] };

/** The frontier after one more entry. */
export function appendLeaf(frontier: Frontier, leaf: Hash): Frontier {
  const subtrees = [...frontier.subtrees];
  let grown = leaf;
  // Each trailing one bit of the size is a complete subtree as wide as what has grown so far: they join (RFC 6962 §2.1).
  for (let bits = frontier.size; bits % 2 === 1; bits = Math.floor(bits / 2)) grown = nodeHash(subtrees.pop()!, grown);
  return { size: frontier.size + 1, subtrees: [...subtrees, grown] };
}

/** Root of the tree: the same as that of a tree built from all its leaves. */
export const frontierRoot = ({ subtrees }: Frontier): Hash =>
  subtrees.length === 0 ? emptyRoot() : subtrees.reduceRight((right, left) => nodeHash(left, right));
