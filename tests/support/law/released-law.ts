import { catalogue } from '@/lib/domain/law/catalogue';
import { fingerprintOf } from '@/lib/domain/law/fingerprint';
import type { LawChange, LawVersion } from '@/lib/domain/law/law-change';
import type { Law } from '@/lib/domain/law/types';

/** What each rule said when a version was released. */
export type ReleasedLaw = { readonly version: number; readonly rules: Readonly<Record<string, string>> };

export const releasedAs = (version: number, law: Law): ReleasedLaw => ({
  version,
  rules: Object.fromEntries(catalogue(law).map(({ rule }) => [rule.id, fingerprintOf(rule)])),
});

/** What the history does not say about how the law differs from a released version, or says wrongly: one line for each rule. */
export function unexplained(released: ReleasedLaw, law: Law, history: readonly LawVersion[]): string[] {
  const since = history.filter(({ number }) => number > released.version).flatMap(({ changes }) => changes);
  const next = `version ${released.version + 1} in lib/domain/law/history.ts`;
  const now = new Map(catalogue(law).map(({ rule }) => [rule.id, rule]));
  const problems: string[] = [];
  const happened = (id: string): readonly LawChange['what'][] => {
    const [was, rule] = [released.rules[id], now.get(id)];
    if (!rule || was === fingerprintOf(rule)) return [];
    if (was === undefined) return ['added'];
    return rule.inForceTo === null ? ['changed'] : ['changed', 'ended'];
  };
  for (const id of Object.keys(released.rules)) {
    if (!now.has(id))
      problems.push(
        `${id} is gone since version ${released.version}: cases keep the rule of their day, so give it a last day (inForceTo) instead`,
      );
  }
  for (const id of now.keys()) {
    const [what] = happened(id);
    if (what && !since.some(({ rule }) => rule === id))
      problems.push(
        `${id} differs from version ${released.version} and the history does not say why: add it as "${what}" to ${next}`,
      );
  }
  for (const { rule: id, what } of since) {
    const possible = happened(id);
    if (!now.has(id)) problems.push(`the history names ${id}, which no law has`);
    else if (possible.length === 0)
      problems.push(`the history names ${id}, which says what it said in version ${released.version}`);
    else if (!possible.includes(what))
      problems.push(`the history calls ${id} "${what}", but it is "${possible.join('" or "')}"`);
  }
  return problems;
}
