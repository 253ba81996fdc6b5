import type { LocalDate } from '../calendar/local-date';

/** What happened to one rule. Nothing is ever taken away: a rule that no longer holds has a last day, and is `ended`. */
export interface LawChange {
  /** Id of the rule. */
  readonly rule: string;
  readonly what: 'added' | 'changed' | 'ended';
  /** Why, in one plain sentence. */
  readonly why: string;
  readonly citation: string;
}

/** The law data as it was shipped at one time. */
export interface LawVersion {
  readonly number: number;
  readonly releasedOn: LocalDate;
  readonly changes: readonly LawChange[];
}

/** The same for several rules at once. */
export const all = (
  what: LawChange['what'],
  why: string,
  rules: Readonly<Record<string, string>>,
): readonly LawChange[] => Object.entries(rules).map(([rule, citation]) => ({ rule, what, why, citation }));
