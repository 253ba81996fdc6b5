import { describe, expect, it } from 'vitest';
import { carrierOf } from '@/lib/domain/law/carriers';
import { LAW } from '@/lib/domain/law/law';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import type { RightId } from '@/lib/domain/law/types';

const rules = LAW.flatMap(({ rights }) => rights);

/** What only the desk's own words can carry, of answers that are given in words, by a stop or by a copy. */
const asked = (right: RightId): string[] => [
  ...new Set(
    rules
      .filter((rule) => rule.right === right)
      .flatMap(({ answerContains }) => answerContains.map(({ id }) => id))
      .filter((id) => carrierOf(right, id) === 'desk'),
  ),
];

describe('what the desk is asked to confirm of an answer', () => {
  it.each([
    ['access', []],
    ['deceased_access', []],
    ['know_specific', ['sold', 'disclosed']],
    ['know_categories', []],
    ['withdraw_consent', ['earlier', 'fate']],
    ['objection_marketing', []],
    ['opt_out_sale_sharing', []],
    ['limit_sensitive', []],
    ['opt_out_admt', []],
    ['shine_the_light', []],
    ['access_admt', ['purpose', 'logic', 'outcome', 'reuse', 'aggregate', 'noRetaliation']],
  ] as const)('%s: %j', (right, ids) => {
    expect(asked(right)).toEqual(ids);
  });

  it('is never a copy where none is handed over, nor a stop where nothing stops', () => {
    for (const { right, answerContains } of rules) {
      const carriers = answerContains.map(({ id }) => carrierOf(right, id));
      if (!RIGHT_DOING[right].copy) expect([right, carriers]).toEqual([right, expect.not.arrayContaining(['copy'])]);
      if (RIGHT_DOING[right].doneBy !== 'stop')
        expect([right, carriers]).toEqual([right, expect.not.arrayContaining(['stop'])]);
    }
  });
});

describe('what the desk is asked to confirm of a refusal', () => {
  it.each([
    ['access', ['dataAffected', 'reason']],
    ['know_specific', ['rest', 'asCategories', 'policy']],
    ['delete', ['rest', 'offerOptOut']],
    ['shine_the_light', ['reason']],
    ['delete_drop', ['optedOut']],
  ] as const)('%s: %j', (right, ids) => {
    const contents = rules.flatMap((rule) => (rule.right === right && rule.refusable ? rule.refusalContains : []));
    expect([...new Set(contents.map(({ id }) => id))].filter((id) => carrierOf(right, id) === 'desk')).toEqual(ids);
  });
});
