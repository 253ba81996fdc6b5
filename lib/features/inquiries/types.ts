import type { CollectionStep, NotApplicable } from '@/lib/domain/datamap/plan';
import type { KnownBy } from '@/lib/domain/datamap/sought';
import type { Collection, DataSystem } from '@/lib/domain/datamap/types';
import type { CaseRow } from '@/lib/features/case-file/data/case';

/** `wrong`: no link of ours. `expired`: its days are over. `ended`: a newer link was sent, or the case is past it. `answered`: it was used. */
export type InquiryRefusal = 'wrong' | 'expired' | 'ended' | 'answered';

/** An inquiry that can be answered now, with what it asks. */
export type OpenInquiry = {
  readonly id: string;
  readonly taskId: string;
  readonly attempt: number;
  readonly answerBy: Date;
  readonly row: CaseRow;
  readonly system: DataSystem;
  readonly known: KnownBy;
  readonly asked: readonly { readonly collection: Collection; readonly step: CollectionStep }[];
  readonly notApplicable: readonly NotApplicable[];
};

/** What the page of an inquiry shows. */
export type InquiryView = {
  readonly controller: string;
  readonly system: string;
  readonly answerBy: Date;
  readonly name: string;
  readonly knownBy: readonly { readonly kind: string; readonly label: string; readonly values: readonly string[] }[];
  readonly questions: readonly { readonly id: string; readonly title: string; readonly description: string }[];
};
