import { describe, expect, it } from 'vitest';
import { catalogue, RULE_KINDS } from '@/lib/domain/law/catalogue';
import { LAW } from '@/lib/domain/law/law';
import { allRules } from '@/lib/domain/law/rights';

const isRule = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'inForceFrom' in value && 'verified' in value;

describe('the catalogue', () => {
  it('leaves out no rule that a law holds, wherever in its record', () => {
    const within = (value: unknown): unknown[] =>
      isRule(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(within) : [];
    const held = within(LAW);
    expect(new Set(catalogue().map(({ rule }) => rule))).toEqual(new Set(held));
    expect(held.length).toBeGreaterThanOrEqual(132);
    expect(allRules()).toHaveLength(held.length);
  });

  it('goes law by law in the order of the laws, and kind by kind within each', () => {
    const places = catalogue().map(
      ({ kind, rule }) => LAW.findIndex(({ id }) => id === rule.regime) * RULE_KINDS.length + RULE_KINDS.indexOf(kind),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(catalogue().map(({ kind }) => kind))).toEqual(new Set(RULE_KINDS));
  });
});
