import { createHash } from 'node:crypto';

/** A SHA-256 digest, 32 bytes. */
export type Hash = Uint8Array;

// RFC 6962 §2.1: the prefixes keep anyone from passing an inner node off as an entry.
const LEAF_PREFIX = Uint8Array.of(0x00);
const NODE_PREFIX = Uint8Array.of(0x01);

/** Hash of one entry's bytes (RFC 6962 §2.1). */
export const leafHash = (entry: Uint8Array): Hash => createHash('sha256').update(LEAF_PREFIX).update(entry).digest();

/** Hash of two subtrees (RFC 6962 §2.1). */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest();

/** Root of the tree without entries: the hash of nothing. */
export const emptyRoot = (): Hash => createHash('sha256').digest();

/** A Merkle tree over entries 0 … size−1. Proofs are lists of hashes, nearest to the entry first. */
export type MerkleTree = {
  readonly size: number;
  readonly root: Hash;
  /** That entry `index` is in this tree (RFC 6962 §2.1.1). @throws RangeError outside 0 … size−1. */
  inclusionProof(index: number): Hash[];
  /** That the tree of the first `oldSize` entries is a beginning of this one (RFC 6962 §2.1.2). @throws RangeError outside 0 … size. */
  consistencyProof(oldSize: number): Hash[];
};

/**
 * Builds the tree over leaf hashes in their order, and keeps all of its nodes: about twice as many as there are entries.
 * A node without a right neighbour rises to the next level as it is, which gives exactly the splits of RFC 6962.
 */
export function merkleTree(leaves: readonly Hash[]): MerkleTree {
  const levels: (readonly Hash[])[] = [leaves];
  for (let level = leaves; level.length > 1;) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => pair(level[2 * i]!, level[2 * i + 1]));
    levels.push(level);
  }
  const size = leaves.length;
  const subtree = (start: number, width: number): Hash => {
    const height = Math.ceil(Math.log2(width));
    return levels[height]![start / 2 ** height]!;
  };
  return {
    size,
    root: size === 0 ? emptyRoot() : levels.at(-1)![0]!,
    inclusionProof(index) {
      requireRange('index', index, 0, size - 1);
      return levels.flatMap((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? []);
    },
    consistencyProof(oldSize) {
      requireRange('oldSize', oldSize, 0, size);
      // Every tree continues the empty one, and itself: nothing has to be shown.
      return oldSize === 0 ? [] : subproof(oldSize, 0, size, true, subtree);
    },
  };
}

const pair = (left: Hash, right: Hash | undefined): Hash => (right ? nodeHash(left, right) : left);

/** SUBPROOF of RFC 6962 §2.1.2 over entries start … start+width−1; `whole` means that the verifier knows the old root already. */
function subproof(
  old: number,
  start: number,
  width: number,
  whole: boolean,
  subtree: (start: number, width: number) => Hash,
): Hash[] {
  if (old === width) return whole ? [] : [subtree(start, width)];
  const split = largestPowerOfTwoBelow(width);
  return old <= split
    ? [...subproof(old, start, split, whole, subtree), subtree(start + split, width - split)]
    : [...subproof(old - split, start + split, width - split, false, subtree), subtree(start, split)];
}

const largestPowerOfTwoBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

function requireRange(name: string, value: number, from: number, to: number): void {
  if (!Number.isSafeInteger(value) || value < from || value > to) {
    throw new RangeError(`${name} must be a whole number from ${from} to ${to}, not ${value}`);
  }
}
