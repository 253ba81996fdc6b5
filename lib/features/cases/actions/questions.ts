'use server';

import { z } from 'zod';
import { repliedAtOf } from '@/lib/domain/case/ask';
import { DOUBTS, IDENTITY_MEANS, OTHER_WAYS } from '@/lib/domain/case/reasons';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { timezoneOf } from '@/lib/features/cases/loaders/page';
import { day, noneIfEmpty } from '@/lib/features/cases/schema';
import type { Ability } from '@/lib/features/staff/loaders/session';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';
import { withLook } from './with-look';

/** Why a question was not asked at once; the same words for both questions. */
const lateBecause = detailAnswer.optional().transform((reason) => reason || null);

/** Whoever asks late and wants the clock to stand still signs for why: that takes a second person. */
const abilityToAsk = (given: { readonly lateBecause: string | null } | null): Ability =>
  given === null || given.lateBecause === null ? 'workCases' : 'approve';

const questionIdentitySchema = z.object({
  doubt: z.enum(DOUBTS),
  means: z.array(z.enum(IDENTITY_MEANS)).max(IDENTITY_MEANS.length),
  body: detailAnswer,
  lateBecause,
});

export const questionIdentityAction = withLook(
  deskAction(questionIdentitySchema, abilityToAsk, (given) => ({
    type: 'QuestionIdentity',
    messageId: newId(),
    ...given,
  })),
  questionIdentitySchema,
  ({ body }) => ({ about: 'question', body }),
);

const askClarificationSchema = z.object({
  largeQuantity: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  body: detailAnswer,
  lateBecause,
});

export const askClarificationAction = withLook(
  deskAction(askClarificationSchema, abilityToAsk, (given) => ({
    type: 'AskClarification',
    messageId: newId(),
    ...given,
  })),
  askClarificationSchema,
  ({ body }) => ({ about: 'question', body }),
);

const replySchema = z.object({
  cause: z.enum(['identity', 'clarification']),
  way: z.enum(OTHER_WAYS),
  on: day,
  time: noneIfEmpty(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});

export const recordReplyAction = deskAction(
  replySchema,
  'workCases',
  async ({ cause, way, on: repliedOn, time }, { caseId }) => ({
    type: 'RecordReply',
    cause,
    way,
    repliedAt: repliedAtOf(repliedOn, time, await timezoneOf(caseId), new Date().toISOString()),
  }),
);
