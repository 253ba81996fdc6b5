import { z } from 'zod';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import { RETURN_REASONS } from '@/lib/domain/case/reasons';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { OUTCOMES } from '@/lib/domain/law/types';

// What forms of several subjects share; what one form alone asks stands with its action.

/** What every form on a case carries: which case, and which version of it the person saw. */
export const caseTargetSchema = z.object({ caseId: z.uuid(), seenVersion: z.coerce.number().int().positive() });

/** A button that says everything. */
export const noFieldsSchema = z.object({});

/** Ids of what the law wants in an answer, ticked by the desk. */
export const confirmed = z.array(z.string().max(80)).max(40);

/** How one right ends: what the decision is made of, and the letter that is shown before it. */
export const decideSchema = z.object({
  rightItemId: z.uuid(),
  outcome: z.enum(OUTCOMES),
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
  confirmed,
  despiteHidden: detailAnswer.optional().transform((reason) => reason || null),
  weighedUses: z.array(z.string().max(80)).max(100),
  weighOurs: detailAnswer.optional().default(''),
  weighTheirs: detailAnswer.optional().default(''),
  weighWhy: detailAnswer.optional().default(''),
});

/** What a decision is, of the fields of its form: what was weighed is one thing. */
export const decisionOf = ({
  weighedUses: purposeIds,
  weighOurs: ours,
  weighTheirs: theirs,
  weighWhy: why,
  ...decision
}: z.output<typeof decideSchema>) => ({ ...decision, weighing: { purposeIds, ours, theirs, why } });

/** A day as a date field sends it. */
export const day = z
  .string()
  .transform(
    (text, context) => parseLocalDate(text) ?? (context.addIssue({ code: 'custom', message: 'noDay' }), z.NEVER),
  );

export const noneIfEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const returnSchema = z.object({
  reason: z.enum(RETURN_REASONS),
  note: detailAnswer,
});

/** What a form shows again after it was not taken. `turn` grows with every try, so that the form takes over what is kept. */
export type CommandState = {
  readonly refusal: string | null;
  readonly detail?: string | undefined;
  readonly mark?: string | undefined;
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly turn: number;
};

export const NOTHING_TRIED: CommandState = { refusal: null, typed: {}, turn: 0 };
