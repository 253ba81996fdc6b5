import type { MandateWork } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { RightId } from '@/lib/domain/law/types';
import type { CaseRow } from '@/lib/features/case-file/data/case';

/** `wrong`: no link of ours. `expired`: its days are over. `ended`: the request is closed, or forgotten. */
export type MandateRefusal = 'wrong' | 'expired' | 'ended';

/** What somebody is asked, with the case it is about. */
export type OpenMandate = { readonly row: CaseRow; readonly state: MandateWork['state'] };

/** What the page of a link shows. */
export type MandateView = {
  readonly state: MandateWork['state'];
  readonly reference: string;
  readonly receivedOn: LocalDate;
  /** Of whoever asks: as they typed it, and the address that they have shown to be theirs. */
  readonly name: string;
  readonly email: string;
  readonly relation: string;
  readonly rights: readonly RightId[];
  /** Whether they can still say that it is in order: a request that was answered can only be stopped. */
  readonly open: boolean;
};
