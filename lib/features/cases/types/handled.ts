import type { CaseRefusal } from '@/lib/domain/case/decide';
import type { CaseState } from '@/lib/domain/case/types';

/** A case that the caller may see and change: minted only by the gates in lib/features/staff and lib/features/delivery. */
export type AuthorizedCaseId = string & { readonly __brand: 'AuthorizedCaseId' };

/** `changedMeanwhile`: somebody else changed the case after it was shown. `notFound`: there is no such case, or its key is destroyed. */
export type HandleRefusal = CaseRefusal | 'notFound' | 'changedMeanwhile';

export type Handled = { readonly state: CaseState; readonly version: number };
