import { expect, it } from 'vitest';
import { keepingGround, proofGround } from '@/lib/domain/law/keeping';
import { LAW } from '@/lib/domain/law/law';

const LETTERS = ['a', 'b', 'c', 'd', 'e'].map((letter) => `GDPR-17-3-${letter}`);

it('is a ground against erasure in the law that is asked', () => {
  for (const { id: regime } of LAW)
    for (const letter of LETTERS) {
      const ground = keepingGround(letter, regime);
      if (ground === null) continue;
      expect(ground.regime).toBe(regime);
      expect(ground.rights.some((right) => right === 'erasure' || right === 'delete')).toBe(true);
      expect(ground.reach).not.toBe('whole');
    }
});

it('is each letter of Art. 17(3) in the laws of the EU and the United Kingdom', () => {
  expect(LETTERS.map((letter) => keepingGround(letter, 'GDPR')?.citation)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((letter) => `Art. 17(3)(${letter}) GDPR`),
  );
  for (const letter of LETTERS) expect(keepingGround(letter, 'UK_GDPR')).not.toBeNull();
});

it('is a legal obligation in California, and nothing where its law has no such exception', () => {
  expect(keepingGround('GDPR-17-3-b', 'CCPA')?.citation).toBe('Cal. Civ. Code 1798.105(d)(8)');
  expect(keepingGround('GDPR-17-3-e', 'CCPA')).toBeNull();
  expect(keepingGround('GDPR-17-3-b', 'CA_DELETE_ACT')).toBeNull();
});

it('lets what shows that a request was answered outlive its erasure, for legal claims or by a duty to keep it', () => {
  expect(LAW.map(({ id }) => [id, proofGround(id)?.citation ?? null])).toEqual([
    ['GDPR', 'Art. 17(3)(e) GDPR'],
    ['UK_GDPR', 'Art. 17(3)(e) UK GDPR'],
    ['CH_FADP', 'Arts. 30, 31, 32(2) FADP'],
    ['CCPA', 'Cal. Civ. Code 1798.105(d)(8)'],
    // Nobody asks this of the first of them, and the other makes no exception.
    ['CA_SHINE_THE_LIGHT', null],
    ['CA_DELETE_ACT', null],
  ]);
});
