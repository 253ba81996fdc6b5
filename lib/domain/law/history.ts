import { type LocalDate, localDate } from '../clock/local-date';

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

const NOT_FOUND = 'Who cannot be found in the data is not refused: the ground stands with an outcome of its own.';
const SWISS_IDENTITY = 'Someone who cannot be identified despite suitable steps can be told so: the ground for that was missing.';
const UNVERIFIED_DROP = 'What cannot be verified is handled as an opt-out of sale and sharing: the ground for that outcome was missing.';

/** Every version, oldest first. A test compares the last with the fingerprints of the one before: a rule cannot change unnamed. */
export const LAW_HISTORY: readonly [LawVersion, ...LawVersion[]] = [
  { number: 1, releasedOn: localDate('2026-11-22'), changes: [] },
  {
    number: 2,
    releasedOn: localDate('2026-11-22'),
    changes: [
      { rule: 'GDPR-11-2', what: 'changed', why: NOT_FOUND, citation: 'Art. 11(2) GDPR' },
      { rule: 'UK-11-2', what: 'changed', why: NOT_FOUND, citation: 'Art. 11(2) UK GDPR' },
      { rule: 'DPO-16-5', what: 'added', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-25', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-28', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-32-1', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'FADP-32-2', what: 'changed', why: SWISS_IDENTITY, citation: 'Art. 16(5) DPO' },
      { rule: 'DROP-86-unverified', what: 'added', why: UNVERIFIED_DROP, citation: 'Cal. Civ. Code 1798.99.86(c)' },
      { rule: 'DROP-86', what: 'changed', why: UNVERIFIED_DROP, citation: 'Cal. Civ. Code 1798.99.86(c)' },
    ],
  },
];
