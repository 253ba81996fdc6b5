import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { LocalText } from '@/lib/domain/datamap/types';

/** One system in which a value was corrected: what was read back there. `left`: records that said something else, and still do. */
export type CorrectedIn = {
  readonly system: LocalText;
  readonly records: number;
  readonly left: number;
  readonly at: Date;
};

/** A value as it was and as it is, with every system that has confirmed it. */
export type Correction = {
  readonly rightItemId: string;
  readonly fact: LocalText | null;
  readonly factId: string;
  readonly before: string;
  readonly after: string;
  readonly systems: readonly CorrectedIn[];
};

/** What stands beside incomplete data in the person's words: the systems that have confirmed it, and those in which somebody keeps it by hand. */
export type StatementKept = {
  readonly rightItemId: string;
  readonly text: string;
  readonly systems: readonly CorrectedIn[];
  readonly byHand: readonly { readonly system: LocalText; readonly on: LocalDate }[];
};
