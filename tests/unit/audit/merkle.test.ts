import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from '@/lib/domain/audit/frontier';
import { emptyRoot, leafHash, merkleTree, nodeHash, type Hash } from '@/lib/domain/audit/merkle';

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const entry = (text: string): Hash => leafHash(Buffer.from(text, 'hex'));

/** Entries and roots of the test data that Certificate Transparency implementations share. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The tree head exactly as RFC 6962 §2.1 defines it, by recursion, to hold the level-by-level one against. */
function headByDefinition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(headByDefinition(leaves.slice(0, split)), headByDefinition(leaves.slice(split)));
}

const leavesOf = (size: number): Hash[] => Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`event ${i}`)));

describe('tree heads', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('of the first %i shared entries', (size, root) => {
    expect(hex(merkleTree(ENTRIES.slice(0, size).map(entry)).root)).toBe(root);
  });

  it('never take a node for an entry', () => {
    const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))];
    const forged = leafHash(Buffer.concat([a, b]));
    expect(hex(merkleTree([forged]).root)).not.toBe(hex(merkleTree([a, b]).root));
  });

  it('are those of the definition for every size up to 130', () => {
    for (let size = 0; size <= 130; size += 1) {
      const leaves = leavesOf(size);
      expect(hex(merkleTree(leaves).root), `size ${size}`).toBe(hex(headByDefinition(leaves)));
    }
  });
});

describe('proofs of the shared entries', () => {
  const tree = merkleTree(ENTRIES.map(entry));

  it('show entry 0 of 8', () => {
    expect(tree.inclusionProof(0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('show entry 5 of 8', () => {
    expect(tree.inclusionProof(5).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('show entry 2 of 3 by one hash, because it rose beside a pair', () => {
    expect(merkleTree(ENTRIES.slice(0, 3).map(entry)).inclusionProof(2).map(hex)).toEqual([ROOTS[2]]);
  });

  it('show that 6 continue in 8', () => {
    expect(tree.consistencyProof(6).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('show that 1 continues in 8 by the right-hand sides alone', () => {
    expect(tree.consistencyProof(1).map(hex)).toEqual(tree.inclusionProof(0).map(hex));
  });

  it('need nothing for the empty tree and for the tree itself', () => {
    expect(tree.consistencyProof(0)).toEqual([]);
    expect(tree.consistencyProof(8)).toEqual([]);
  });
});

describe('the shape of RFC 6962 §2.1.3', () => {
  // The seven entries of the RFC's drawing: hash = [k, l], k = [g, h], l = [i, j], g = [a, b], h = [c, d], i = [e, f], j = entry 6.
  const [a, b, c, d, e, f, j] = leavesOf(7) as [Hash, Hash, Hash, Hash, Hash, Hash, Hash];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const tree = merkleTree([a, b, c, d, e, f, j]);

  it.each([
    ['d0', 0, [b, h, l]],
    ['d3', 3, [c, g, l]],
    ['d4', 4, [f, j, k]],
    ['d6', 6, [i, k]],
  ])('shows %s as the RFC lists it', (_, index, path) => {
    expect(tree.inclusionProof(index).map(hex)).toEqual(path.map(hex));
  });

  it.each([
    [3, [c, d, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ])('shows the first %i as the RFC lists it', (size, path) => {
    expect(tree.consistencyProof(size).map(hex)).toEqual(path.map(hex));
  });
});

describe('places that are not in the tree', () => {
  const tree = merkleTree(leavesOf(5));

  it.each([-1, 5, 1.5, Number.NaN])('have no inclusion proof: %d', (index) => {
    expect(() => tree.inclusionProof(index)).toThrow(RangeError);
  });

  it.each([-1, 6, 0.5, Number.NaN])('have no consistency proof: %d', (size) => {
    expect(() => tree.consistencyProof(size)).toThrow(RangeError);
  });

  it('do not exist in an empty tree', () => {
    expect(() => merkleTree([]).inclusionProof(0)).toThrow(RangeError);
  });
});

describe('a log that grows entry by entry', () => {
  it('has the same root as one built at once, at every size', () => {
    const leaves = leavesOf(200);
    let frontier = EMPTY_FRONTIER;
    expect(hex(frontierRoot(frontier))).toBe(ROOTS[0]);
    leaves.forEach((leaf, i) => {
      frontier = appendLeaf(frontier, leaf);
      expect(frontier.size).toBe(i + 1);
      expect(hex(frontierRoot(frontier)), `size ${i + 1}`).toBe(hex(merkleTree(leaves.slice(0, i + 1)).root));
    });
  });

  it('remembers one hash for each one bit of its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (size) => {
        const frontier = leavesOf(size).reduce(appendLeaf, EMPTY_FRONTIER);
        expect(frontier.subtrees).toHaveLength(size.toString(2).replaceAll('0', '').length);
      }),
    );
  });

  it('leaves the frontier it grew from as it was', () => {
    const before = leavesOf(3).reduce(appendLeaf, EMPTY_FRONTIER);
    const root = hex(frontierRoot(before));
    appendLeaf(before, leafHash(Buffer.from('more')));
    expect(hex(frontierRoot(before))).toBe(root);
  });
});
