import { describe, expect, it } from 'vitest';
import { CA_SHINE_THE_LIGHT } from '@/lib/domain/law/regimes/shine-the-light';
import { SHINE_THE_LIGHT_CATEGORIES } from '@/lib/domain/law/regimes/shine-the-light-categories';

const roman = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return 'x'.repeat(tens) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][ones];
};

describe('Shine the Light', () => {
  it('has the 27 kinds of information of the statute, each once', () => {
    expect(SHINE_THE_LIGHT_CATEGORIES.map(({ id }) => id)).toEqual(
      Array.from({ length: 27 }, (_, index) => roman(index + 1)),
    );
    expect(new Set(SHINE_THE_LIGHT_CATEGORIES.map(({ text }) => text)).size).toBe(27);
    expect(SHINE_THE_LIGHT_CATEGORIES.every(({ text }) => /^[A-Z].*\.$/.test(text))).toBe(true);
  });

  it('asks for categories and for the names and addresses of all third parties', () => {
    const [right] = CA_SHINE_THE_LIGHT.rights;
    expect(right?.answerContains.map(({ id, citation }) => [id, citation])).toEqual([
      ['categories', '1798.83(a)(1)'],
      ['thirdParties', '1798.83(a)(2)'],
    ]);
  });

  it('can be answered that nothing was disclosed', () => {
    expect(CA_SHINE_THE_LIGHT.rights[0]?.outcomes).toContain('noData');
  });
});
