import type { AnswerNote } from '@/lib/platform/answer-note';

/** `refused`: the form was read and not taken; otherwise nobody read it, and it can be sent as it is. */
export type Returned = AnswerNote & { readonly refused: boolean };
