import { OperatorError } from '@/lib/platform/operator-error';

/** For an option that may be repeated. */
export const eachGiven = (value: string, before: string[]): string[] => [...before, value];

/** @throws OperatorError for a kind that nothing is searched by: a finding of nothing must come from a search */
export function identitiesFrom(pairs: readonly string[], known: readonly string[]): Record<string, string[]> {
  const identities: Record<string, string[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1)
      throw new OperatorError(`--identity must read kind=value, such as email=anna@example.com, not "${pair}".`);
    const kind = pair.slice(0, at);
    if (!known.includes(kind))
      throw new OperatorError(`Nothing in the data map is found by "${kind}". It knows ${known.join(', ')}.`);
    (identities[kind] ??= []).push(pair.slice(at + 1));
  }
  return identities;
}
