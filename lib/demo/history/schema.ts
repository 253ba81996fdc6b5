import { z } from 'zod';
import {
  DOUBTS,
  EXTENSION_REASONS,
  IDENTITY_MEANS,
  IDENTITY_METHODS,
  OTHER_WAYS,
  REOPEN_REASONS,
  RETURN_REASONS,
} from '@/lib/domain/case/reasons';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import { OUTCOMES } from '@/lib/domain/law/types';
import { LOCALES } from '@/lib/domain/locale';

/** Days after the request was received; fractions are hours. */
const day = z.number().nonnegative();
const words = z.string().min(1);

/** What is done in a case: by the person, by somebody of the desk, or by the second person. */
const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({ day, do: z.literal(['confirm', 'withdraw', 'fetch']) }),
  z.strictObject({ day, do: z.literal('answerMandate'), answer: z.enum(['confirmed', 'stopped']) }),
  z.strictObject({
    day,
    do: z.literal(['take', 'search', 'stopUse', 'approve', 'approveRejection', 'close', 'closeStopped']),
  }),
  z.strictObject({ day, do: z.literal('prove'), method: z.enum(IDENTITY_METHODS) }),
  z.strictObject({ day, do: z.literal('doubt'), doubt: z.enum(DOUBTS), means: z.array(z.enum(IDENTITY_MEANS)), words }),
  z.strictObject({ day, do: z.literal('clarify'), words }),
  z.strictObject({
    day,
    do: z.literal('reply'),
    cause: z.enum(['identity', 'clarification']),
    way: z.enum(OTHER_WAYS),
  }),
  z.strictObject({ day, do: z.literal('extend'), reasons: z.array(z.enum(EXTENSION_REASONS)), words }),
  z.strictObject({
    day,
    do: z.literal('decide'),
    outcome: z.enum(OUTCOMES),
    grounds: z.array(z.string()).default([]),
    facts: z.string().default(''),
    /** Why a use goes on, for the first use that the right could end. */
    weighed: z.strictObject({ ours: words, theirs: words, why: words }).optional(),
  }),
  z.strictObject({ day, do: z.literal('return'), reason: z.enum(RETURN_REASONS), words }),
  z.strictObject({ day, do: z.literal('rejectIdentity'), grounds: z.array(z.string()), words }),
  z.strictObject({ day, do: z.literal('write'), by: z.enum(['requester', 'desk']), words }),
  z.strictObject({ day, do: z.literal('note'), words }),
  z.strictObject({ day, do: z.literal(['carryOut', 'tellRecipients']), words }),
  z.strictObject({ day, do: z.literal('carryOutInSystems'), words: z.string() }),
  z.strictObject({ day, do: z.literal('correctName'), name: words, words }),
  z.strictObject({ day, do: z.literal(['planErasure', 'erase']) }),
  z.strictObject({ day, do: z.literal('approveErasure'), coolingOffDays: z.int().nonnegative() }),
  z.strictObject({ day, do: z.literal('reopen'), reason: z.enum(REOPEN_REASONS) }),
]);

export type Step = z.output<typeof stepSchema>;

/** Cases of a kind: who asks for what where, on which days before today such requests came, and how each of them went. */
export const storiesSchema = z.array(
  z.strictObject({
    story: z.string(),
    controllerId: z.enum(['callsapp', 'sessia']),
    residence: z.string(),
    /** Of the words in its steps, and so of whoever asks; else they ask in their own. */
    language: z.enum(LOCALES).optional(),
    /** Whether somebody else asks for the person, by their leave. */
    byAgent: z.boolean().default(false),
    /** `<regime>:<right>` of lib/domain/law. */
    rights: z.array(z.string()),
    /** Whether the company's systems know the person. */
    known: z.boolean(),
    daysAgo: z.array(z.int().positive()),
    /** What the form asks of such a right beside what it asks everybody. */
    asked: submittedAnswersSchema
      .pick({ relation: true, restriction: true, california: true, correction: true })
      .partial()
      .default({}),
    steps: z.array(stepSchema),
  }),
);

export type Story = z.output<typeof storiesSchema>[number];
