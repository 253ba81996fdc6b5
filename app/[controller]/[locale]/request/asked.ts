import type { FieldProblem } from '@/lib/domain/intake/problems';
import { type DraftAnswers, type RawForm, textOf, textsOf } from '@/lib/domain/intake/answers';
import type { QuestionId } from '@/lib/domain/intake/questions';
import type { DraftContent } from '@/lib/features/drafts/types';
import type { Portal } from '../portal';
import { problemText } from './problem-text';

/** What a page of the form shows: what was typed where that was wrong, else what is kept, and the problem of each field in words. */
export type Asked = {
  readonly portal: Portal;
  readonly answers: DraftAnswers;
  readonly problems: readonly FieldProblem[];
  /** Whether the browser sends the Global Privacy Control. */
  readonly optOutSignal: boolean;
  readonly value: (field: string, kept: string | undefined) => string;
  readonly chosen: (field: string, kept: readonly string[]) => readonly string[];
  /** The part of a field's properties that every field has. */
  readonly field: (id: string) => {
    readonly id: string;
    readonly error: string | undefined;
    readonly errorWord: string;
  };
};

export function asked(open: Portal, question: QuestionId, content: DraftContent, optOutSignal: boolean): Asked {
  const wrong = content.wrong?.question === question ? content.wrong : null;
  const raw: RawForm | null = wrong?.raw ?? null;
  const problems = wrong?.problems ?? [];
  return {
    portal: open,
    answers: content.answers,
    problems,
    optOutSignal,
    value: (field, kept) => (raw ? textOf(raw, field) : (kept ?? '')),
    chosen: (field, kept) => (raw ? textsOf(raw, field) : kept),
    field: (id) => {
      const problem = problems.find((one) => one.field === id);
      return { id, error: problem && problemText(open, problem), errorWord: open.t('errors.word') };
    },
  };
}
