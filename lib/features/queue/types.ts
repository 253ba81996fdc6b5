import type { Due } from '@/lib/domain/case/due-today';
import type { StepKey } from '@/lib/domain/case/step';
import type { Progress } from '@/lib/domain/case/progress';
import type { CaseState } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { ControllerMark } from '@/lib/domain/controller/types';
import type { RightId } from '@/lib/domain/law/types';
import type { Locale } from '@/lib/domain/locale';

/** One row of the queue. `requester` is null once the key of the case is destroyed. */
export type QueueRow = {
  readonly id: string;
  readonly reference: string;
  readonly controller: ControllerMark;
  readonly locale: Locale;
  readonly requester: string | null;
  /** Each with how far it has come and its last day. */
  readonly rights: readonly {
    readonly right: RightId;
    readonly progress: Progress;
    readonly lastDayOn: LocalDate | null;
  }[];
  readonly state: CaseState;
  readonly due: Due;
  readonly nextStep: StepKey | 'none';
  readonly nextStepByOn: LocalDate | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
};

export type Queue = {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  /** What the address of the next page carries; null on the last. */
  readonly after: string | null;
};

/** What stands beside each saved view. */
export type QueueCounts = {
  readonly open: number;
  readonly mine: number;
  /** Asked in the name of an address that nobody has confirmed: not counted as open. */
  readonly unconfirmed: number;
  readonly overdue: number;
  readonly week: number;
  readonly sources: number;
  /** Whose clock stands still until the requester answers. */
  readonly paused: number;
  readonly approval: number;
  readonly messages: number;
  readonly byController: readonly { readonly controller: ControllerMark; readonly open: number }[];
};

/** Something that stands still: a system by its name and the reason, or a mail by its kind and how far it is. */
export type HeldUp = {
  readonly kind: 'source' | 'mail';
  readonly caseId: string;
  readonly reference: string;
  readonly detail: string;
  readonly state: string;
};
