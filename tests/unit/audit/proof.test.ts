import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, merkleTree, type Hash } from '@/lib/domain/audit/merkle';
import { isConsistent, isIncluded } from '@/lib/domain/audit/proof';

const leavesOf = (size: number, salt = ''): Hash[] =>
  Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`event ${i}${salt}`)));

/** The same hash with one bit turned. */
function flipped(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash);
  copy[(bit >> 3) % copy.length]! ^= 1 << (bit & 7);
  return copy;
}

const sizeAndIndex = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

describe('inclusion', () => {
  it('is shown for every entry of every tree up to 70', () => {
    for (let size = 1; size <= 70; size += 1) {
      const leaves = leavesOf(size);
      const tree = merkleTree(leaves);
      leaves.forEach((leaf, index) => {
        expect(
          isIncluded({ leaf, index, size, root: tree.root, proof: tree.inclusionProof(index) }),
          `${index} of ${size}`,
        ).toBe(true);
      });
    }
  });

  it('is shown for no other entry, place, size or root', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(255), fc.nat(400), ([size, index], bit, other) => {
        const leaves = leavesOf(size);
        const tree = merkleTree(leaves);
        const claim = { leaf: leaves[index]!, index, size, root: tree.root, proof: tree.inclusionProof(index) };
        expect(isIncluded({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(isIncluded({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        if (other !== index) expect(isIncluded({ ...claim, index: other })).toBe(false);
      }),
    );
  });

  it('is not shown by a proof that was changed, cut or made longer', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), fc.nat(255), ([size, index], at, bit) => {
        const leaves = leavesOf(size);
        const tree = merkleTree(leaves);
        const proof = tree.inclusionProof(index);
        const claim = { leaf: leaves[index]!, index, size, root: tree.root };
        expect(isIncluded({ ...claim, proof: [...proof, leaves[0]!] })).toBe(false);
        if (proof.length === 0) return;
        const place = at % proof.length;
        expect(isIncluded({ ...claim, proof: proof.with(place, flipped(proof[place]!, bit)) })).toBe(false);
        expect(isIncluded({ ...claim, proof: proof.toSpliced(place, 1) })).toBe(false);
      }),
    );
  });

  it.each([
    [-1, 4],
    [4, 4],
    [0, 0],
    [0.5, 4],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
    [Number.MAX_SAFE_INTEGER + 2, Number.MAX_SAFE_INTEGER + 4],
  ])('is not shown for place %d of %d', (index, size) => {
    const leaf = leafHash(Buffer.from('x'));
    expect(isIncluded({ leaf, index, size, root: leaf, proof: [] })).toBe(false);
  });

  it('holds for sizes that do not fit into 32 bits', () => {
    // The last entry of a tree of 2^40 + 1 entries has risen alone: its only sibling is the whole left side.
    const left = leafHash(Buffer.from('left'));
    const leaf = leafHash(Buffer.from('leaf'));
    const root = merkleTree([left, leaf]).root;
    const size = 2 ** 40 + 1;
    expect(isIncluded({ leaf, index: size - 1, size, root, proof: [left] })).toBe(true);
    expect(isIncluded({ leaf, index: size - 2, size, root, proof: [left] })).toBe(false);
  });
});

describe('consistency', () => {
  it('is shown between all sizes up to 40', () => {
    const leaves = leavesOf(40);
    for (let size = 0; size <= 40; size += 1) {
      const tree = merkleTree(leaves.slice(0, size));
      for (let oldSize = 0; oldSize <= size; oldSize += 1) {
        const oldRoot = merkleTree(leaves.slice(0, oldSize)).root;
        const claim = { oldSize, oldRoot, size, root: tree.root, proof: tree.consistencyProof(oldSize) };
        expect(isConsistent(claim), `${oldSize} in ${size}`).toBe(true);
      }
    }
  });

  it('is not shown when the past was written anew', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.integer({ min: 1, max: 50 }), ([oldSize, changed], more) => {
        const before = leavesOf(oldSize);
        const after = leavesOf(oldSize + more).with(changed, leafHash(Buffer.from('another story')));
        const tree = merkleTree(after);
        const claim = { oldSize, oldRoot: merkleTree(before).root, size: tree.size, root: tree.root };
        expect(isConsistent({ ...claim, proof: tree.consistencyProof(oldSize) })).toBe(false);
      }),
    );
  });

  it('is not shown by a proof that was changed, cut or made longer', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), fc.nat(255), ([size, index], at, bit) => {
        const oldSize = index + 1;
        fc.pre(oldSize < size);
        const leaves = leavesOf(size);
        const tree = merkleTree(leaves);
        const proof = tree.consistencyProof(oldSize);
        const claim = { oldSize, oldRoot: merkleTree(leaves.slice(0, oldSize)).root, size, root: tree.root };
        const place = at % proof.length;
        expect(isConsistent({ ...claim, proof: proof.with(place, flipped(proof[place]!, bit)) })).toBe(false);
        expect(isConsistent({ ...claim, proof: proof.toSpliced(place, 1) })).toBe(false);
        expect(isConsistent({ ...claim, proof: [...proof, leaves[0]!] })).toBe(false);
        expect(isConsistent({ ...claim, proof: [] })).toBe(false);
      }),
    );
  });

  it('is not shown between equal sizes with different roots, nor backwards', () => {
    const [one, two] = [merkleTree(leavesOf(5)), merkleTree(leavesOf(5, '!'))];
    expect(isConsistent({ oldSize: 5, oldRoot: one.root, size: 5, root: two.root, proof: [] })).toBe(false);
    expect(isConsistent({ oldSize: 6, oldRoot: one.root, size: 5, root: one.root, proof: [] })).toBe(false);
    expect(isConsistent({ oldSize: -1, oldRoot: one.root, size: 5, root: one.root, proof: [] })).toBe(false);
  });

  it('needs no hash to continue nothing, and takes none', () => {
    const tree = merkleTree(leavesOf(3));
    const claim = { oldSize: 0, oldRoot: merkleTree([]).root, size: 3, root: tree.root };
    expect(isConsistent({ ...claim, proof: [] })).toBe(true);
    expect(isConsistent({ ...claim, proof: [tree.root] })).toBe(false);
  });
});
