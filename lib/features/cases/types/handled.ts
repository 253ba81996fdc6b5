import type { FileProblem } from '@/lib/domain/files/take';
import type { CaseRefusal } from '@/lib/domain/case/decide';
import type { CaseState } from '@/lib/domain/case/types';

/** `file.…`: a file was not taken, named in the detail. `changedMeanwhile`: somebody else changed the case after it was shown. `notFound`: there is no such case, or its key is destroyed. */
export type HandleRefusal = CaseRefusal | 'notFound' | 'changedMeanwhile' | `file.${FileProblem['problem']}`;

export type Handled = { readonly state: CaseState; readonly version: number };
