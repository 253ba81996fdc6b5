import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { CatalogueEntry } from '@/lib/domain/law/catalogue';
import type { CounselState } from '@/lib/domain/law/confirmation';
import type { LawVersion } from '@/lib/domain/law/law-change';
import type { RegimeId, Verified } from '@/lib/domain/law/types';

/** Counsel's word on one rule, as it was recorded and not withdrawn. */
export type Confirmation = {
  readonly id: string;
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly counsel: string;
  readonly confirmedOn: LocalDate;
  readonly note: string;
};

/** A rule with what counsel said of it. */
export type RuleView = CatalogueEntry & {
  readonly fingerprint: string;
  readonly counsel: CounselState;
  /** Whether it holds today; a rule of the past or the future is told apart by its dates. */
  readonly force: 'inForce' | 'notYet' | 'noLonger';
  readonly confirmations: readonly Confirmation[];
};

export type LawFigures = {
  readonly rules: number;
  readonly inForce: number;
  readonly notConfirmed: number;
  readonly earlierWording: number;
  readonly byTag: Readonly<Record<Verified, number>>;
};

export type LawPage = {
  readonly today: LocalDate;
  readonly version: LawVersion;
  readonly figures: LawFigures;
  /** What the filters leave, law by law. */
  readonly regimes: readonly { readonly id: RegimeId; readonly title: string; readonly rules: readonly RuleView[] }[];
  readonly shown: number;
};
