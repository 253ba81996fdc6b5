import { nodeHash, type Hash } from './merkle';

/** Claims are attacker-controlled: a bad size, index or length of proof is simply not true. */
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const same = (a: Hash, b: Hash): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether `leaf` is entry `index` of the tree with this size and root (RFC 9162 §2.1.3.2). */
export function isIncluded(claim: {
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}): boolean {
  const { leaf, index, size, root, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(hash, root);
}

/** Whether the newer tree only adds to the older one (RFC 9162 §2.1.4.2). */
export function isConsistent(claim: {
  oldSize: number;
  oldRoot: Hash;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && same(oldRoot, root);
  if (oldSize === 0) return proof.length === 0;
  let node = oldSize - 1;
  let last = size - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // An old tree that is one complete subtree is its own first hash; otherwise the proof brings it.
  const rest = node === 0 ? [...proof] : proof.slice(1);
  const first = node === 0 ? oldRoot : proof[0];
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(oldHash, oldRoot) && same(newHash, root);
}

// Not a shift: sizes may pass 2^31.
const half = (n: number): number => Math.floor(n / 2);
