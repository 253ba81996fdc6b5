import { describe, expect, it } from 'vitest';
import { inCircles } from '@/lib/domain/datamap/circles';

const groupsOf = (needs: Record<string, string[]>): string[] =>
  inCircles(Object.keys(needs), (node) => needs[node] ?? []).map((group) => group.sort().join(''));

describe('what stands in a circle', () => {
  it('comes together, each group after those it needs', () => {
    expect(groupsOf({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] })).toEqual(['d', 'bc', 'a']);
  });

  it('is nothing where there is no circle', () => {
    expect(groupsOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual(['d', 'b', 'c', 'a']);
  });

  it('may be one that needs itself, and passes over what is not there', () => {
    expect(groupsOf({ a: ['a', 'gone'], b: ['a'] })).toEqual(['a', 'b']);
  });

  it('may be all of two thousand', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`n${n}`, [`n${(n + 1) % 2000}`]]));
    expect(inCircles(Object.keys(many), (node) => many[node] ?? [])).toHaveLength(1);
  });
});
