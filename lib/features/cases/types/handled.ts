import type { CaseRefusal } from '@/lib/domain/case/decide';
import type { CaseState } from '@/lib/domain/case/types';

/** `changedMeanwhile`: somebody else changed the case after it was shown. `notFound`: there is no such case, or its key is destroyed. */
export type HandleRefusal = CaseRefusal | 'notFound' | 'changedMeanwhile';

export type Handled = { readonly state: CaseState; readonly version: number };
