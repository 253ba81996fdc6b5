import { describe, expect, it } from 'vitest';
import { LAW } from '@/lib/domain/law/law';
import { RESTRICTED_BY, RESTRICTED_FOR, RESTRICTS_MEANWHILE } from '@/lib/domain/law/restriction';
import { effectStepOf, EFFECT_STEPS, takenBy, WRITTEN_STEPS } from '@/lib/domain/law/right-effects';
import { RIGHT_IDS } from '@/lib/domain/law/types';

describe('a restriction in law', () => {
  it('has the four cases of Art. 18(1) in their order', () => {
    expect(RESTRICTED_FOR.map((ground) => RESTRICTED_BY[ground])).toEqual([
      'Art. 18(1)(a) GDPR',
      'Art. 18(1)(b) GDPR',
      'Art. 18(1)(c) GDPR',
      'Art. 18(1)(d) GDPR',
    ]);
  });

  it('stands beside an objection and a contested value, wherever a law gives both', () => {
    const beside = RIGHT_IDS.filter((right) => RESTRICTS_MEANWHILE[right] !== undefined);
    expect([...beside].sort()).toEqual(['objection', 'rectification']);
    for (const right of beside) expect(effectStepOf(RESTRICTS_MEANWHILE[right]!.right)).toBe('restrict');
    const giving = LAW.filter(({ rights }) => rights.some(({ right }) => effectStepOf(right) === 'restrict'));
    expect(giving.map(({ id }) => id).sort()).toEqual(['GDPR', 'UK_GDPR']);
  });

  it('is lifted by what takes it, a statement is taken with a correction, and every other step by itself', () => {
    expect(WRITTEN_STEPS.filter((step) => !(EFFECT_STEPS as readonly string[]).includes(step))).toEqual([
      'supplement',
      'lift',
    ]);
    expect(takenBy('lift')).toBe('restrict');
    expect(takenBy('supplement')).toBe('rectify');
    for (const step of EFFECT_STEPS) expect(takenBy(step)).toBe(step);
  });
});
