import { digestOf } from '../audit/digest';
import type { Rule } from './types';

/**
 * What a rule says, as one digest: whoever confirmed a rule confirmed this. When and how far we ourselves read it stays out, so that
 * reading it again takes nobody's confirmation away.
 */
export function fingerprintOf(rule: Rule): string {
  const { reviewedOn: _reviewedOn, verified: _verified, ...says } = rule;
  return digestOf(said(says));
}

/**
 * Without what is null, false or an empty list: a field that was added for other rules changes no rule that says nothing in it.
 * Lists of words, such as the rights a ground is for, are sets: their order says nothing either.
 */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.toSorted() : value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(
    ([, member]: [string, unknown]) =>
      member !== null && member !== false && !(Array.isArray(member) && member.length === 0),
  );
  return Object.fromEntries(members.map(([name, member]) => [name, said(member)]));
}
