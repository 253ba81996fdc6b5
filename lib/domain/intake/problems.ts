/** What is wrong with an answer: the key of a message and what it names. Never the answer itself. */
export type AnswerProblem = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** A problem and the field of the page that has it. */
export type FieldProblem = AnswerProblem & { readonly field: string };

type Issue = {
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly params?: Record<string, unknown> | undefined;
};

/** The first problem of each field, in the order of the page. */
export function problemsOf(issues: readonly Issue[]): readonly FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const { message, path, params } of issues) {
    const field = String(path[0] ?? '');
    if (!problems.has(field))
      problems.set(field, { field, key: message, ...(params && { values: params as AnswerProblem['values'] }) });
  }
  return [...problems.values()];
}
