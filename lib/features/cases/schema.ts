import { z } from 'zod';
import {
  DOUBTS,
  EXTENSION_REASONS,
  IDENTITY_MEANS,
  IDENTITY_METHODS,
  OTHER_WAYS,
  REOPEN_REASONS,
  RETURN_REASONS,
} from '@/lib/domain/case/types';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import { detailAnswer, identifierAnswer } from '@/lib/domain/intake/schema';

/** What every form on a case carries: which case, and which version of it the person saw. */
export const caseTargetSchema = z.object({ caseId: z.uuid(), seenVersion: z.coerce.number().int().positive() });

/** A button that says everything. */
export const noFieldsSchema = z.object({});

export const acceptIdentitySchema = z.object({ method: z.enum(IDENTITY_METHODS) });

/** A line, cleaned as the requester's own would be; what kind there is to choose from is the controller's. */
export const addIdentifierSchema = z.object({ kind: z.string().min(1).max(40), value: identifierAnswer });

const somebody = z.union([z.literal('nobody').transform(() => null), z.uuid()]);

export const assignSchema = z.object({ staffId: somebody, insteadOf: somebody });

export const retrySchema = z.object({ systemId: z.string().min(1).max(80) });

export const collectAgainSchema = z.object({ systemIds: z.array(z.string().min(1).max(80)).max(500) });

/** Cleaned as in the requester's own form. */
export const wordsSchema = z.object({ body: detailAnswer, audience: z.enum(['requester', 'desk']) });

/** Ids of what the law wants in an answer, ticked by the desk. */
const confirmed = z.array(z.string().max(80)).max(40);

export const decideSchema = z.object({
  rightItemId: z.uuid(),
  outcome: z.enum(['granted', 'partlyGranted', 'refused', 'noData', 'notFromThem', 'notIdentifiable']),
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
  confirmed,
  despiteHidden: detailAnswer.optional().transform((reason) => reason || null),
});

export const takeBackSchema = z.object({ rightItemId: z.uuid() });

/** A day as a date field sends it. */
const day = z
  .string()
  .transform(
    (text, context) => parseLocalDate(text) ?? (context.addIssue({ code: 'custom', message: 'noDay' }), z.NEVER),
  );

const noneIfEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

/** Why a question was not asked at once; the same words for both questions. */
const lateBecause = detailAnswer.optional().transform((reason) => reason || null);

export const questionIdentitySchema = z.object({
  doubt: z.enum(DOUBTS),
  means: z.array(z.enum(IDENTITY_MEANS)).max(IDENTITY_MEANS.length),
  body: detailAnswer,
  lateBecause,
});

export const askClarificationSchema = z.object({
  largeQuantity: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  body: detailAnswer,
  lateBecause,
});

export const replySchema = z.object({
  cause: z.enum(['identity', 'clarification']),
  way: z.enum(OTHER_WAYS),
  on: day,
  time: noneIfEmpty(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});

export const extendSchema = z.object({
  reasons: z.array(z.enum(EXTENSION_REASONS)).max(EXTENSION_REASONS.length),
  body: detailAnswer,
  promisedOn: noneIfEmpty(day),
});

export const proposeRejectionSchema = z.object({
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
  confirmed,
  unaskedBecause: detailAnswer.optional().transform((reason) => reason || null),
});

export const withdrawSchema = z.object({ way: z.enum(OTHER_WAYS), on: day, words: detailAnswer });

export const reopenSchema = z.object({ reason: z.enum(REOPEN_REASONS) });

export const stopSchema = z.object({ rightItemId: z.uuid() });

/** Somewhere that is no system of the data map: a processor, a backup, paper. The words say where. */
export const ELSEWHERE = 'elsewhere';

export const carryOutSchema = z.object({
  rightItemId: z.uuid(),
  on: day,
  systems: z.array(z.string().min(1).max(80)).max(500),
  facts: detailAnswer,
  confirmed,
});

export const resendSchema = z.object({ noticeId: z.uuid() });

export const toldSchema = z.object({ noticeId: z.uuid(), way: z.enum(OTHER_WAYS) });

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
