import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { fingerprintOf } from '@/lib/domain/law/fingerprint';
import { allRules } from '@/lib/domain/law/rights';
import type { Rule } from '@/lib/domain/law/types';

const rules = allRules();
const aRule = fc.constantFrom(...rules);

type Step = string | number;

/** The way to every text, number, truth value and null inside a rule. */
function leavesOf(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, [...path, at]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
  return [path];
}

function withOther(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined)
    return typeof value === 'string'
      ? `${value}.`
      : typeof value === 'number'
        ? value + 1
        : typeof value === 'boolean'
          ? !value
          : 'something';
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? withOther(item, rest) : (item as unknown)));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [
      name,
      name === step ? withOther(item, rest) : (item as unknown),
    ]),
  );
}

/** The same rule with its fields, and the words of its lists, written in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? value.toReversed() : value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, turned(item)]),
  );
};

describe('the fingerprint of a rule', () => {
  it('is another for every rule', () => {
    expect(new Set(rules.map(fingerprintOf)).size).toBe(rules.length);
  });

  it('does not depend on the order in which fields and rights are written', () => {
    fc.assert(fc.property(aRule, (rule) => fingerprintOf(turned(rule) as Rule) === fingerprintOf(rule)));
  });

  it('stays when the rule is read again, whatever the reading was', () => {
    const tag = fc.constantFrom('ruleText', 'earlierText', 'secondary', 'knowledge', 'policy');
    fc.assert(
      fc.property(
        aRule,
        tag,
        (rule, verified) =>
          fingerprintOf({ ...rule, verified, reviewedOn: localDate('2031-01-01') }) === fingerprintOf(rule),
      ),
    );
  });

  it('stays when a field is added in which the rule says nothing', () => {
    fc.assert(
      fc.property(
        aRule,
        fc.constantFrom(null, false, []),
        (rule, nothing) => fingerprintOf({ ...rule, newField: nothing } as Rule) === fingerprintOf(rule),
      ),
    );
    fc.assert(
      fc.property(
        aRule,
        fc.constantFrom('', 0, true, [null], {}),
        (rule, something) => fingerprintOf({ ...rule, newField: something } as unknown as Rule) !== fingerprintOf(rule),
      ),
    );
  });

  it('changes with anything else in it, down to one letter', () => {
    const aLeaf = aRule.chain((rule) =>
      fc
        .constantFrom(...leavesOf(rule).filter(([name]) => name !== 'verified' && name !== 'reviewedOn'))
        .map((path) => ({ rule, path })),
    );
    fc.assert(
      fc.property(aLeaf, ({ rule, path }) => fingerprintOf(withOther(rule, path) as Rule) !== fingerprintOf(rule)),
      { numRuns: 1_000 },
    );
  });

  it('changes when the rule gets a last day', () => {
    fc.assert(
      fc.property(
        aRule.filter(({ inForceTo }) => inForceTo === null),
        (rule) => fingerprintOf({ ...rule, inForceTo: localDate('2031-01-01') }) !== fingerprintOf(rule),
      ),
    );
  });
});
