import type { ToldStep } from '@/lib/domain/case/types';
import type { CaseRow } from '@/lib/features/case-file/data/case';

/** `wrong`: no link of ours. `expired`: its days are over. `ended`: the case is forgotten. `confirmed`: it was answered. */
export type TellingRefusal = 'wrong' | 'expired' | 'ended' | 'confirmed';

/** What a recipient is told, with the case it is about. */
export type OpenTelling = {
  readonly id: string;
  readonly step: ToldStep;
  readonly recipientId: string;
  readonly collections: readonly string[];
  readonly row: CaseRow;
};

/** What the page of a link shows. */
export type TellingView = {
  readonly controller: string;
  readonly reference: string;
  readonly step: ToldStep;
  readonly data: readonly string[];
  /** What was wrong and what is right; empty unless something was corrected. */
  readonly corrections: readonly { readonly fact: string; readonly wrong: string; readonly right: string }[];
  /** What the person wants to stand beside the data. */
  readonly statements: readonly string[];
  readonly name: string;
  readonly knownBy: readonly { readonly kind: string; readonly label: string; readonly values: readonly string[] }[];
};
