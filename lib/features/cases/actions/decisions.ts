'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { OUTCOMES } from '@/lib/domain/law/types';
import { confirmed, returnSchema } from '@/lib/features/cases/schema';
import { deskAction, deskStep, fieldsOf, sendBack } from './desk-action';

const decideSchema = z.object({
  rightItemId: z.uuid(),
  outcome: z.enum(OUTCOMES),
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
  confirmed,
  despiteHidden: detailAnswer.optional().transform((reason) => reason || null),
});

export const decideRightAction = deskAction(
  decideSchema,
  'workCases',
  (given) => ({ type: 'DecideRight', ...given }),
  (form) => ({
    ...fieldsOf(decideSchema, form),
    // Every outcome has its own grounds on the page; those of an outcome that was not chosen say nothing.
    grounds: form.getAll(`grounds.${String(form.get('outcome'))}`),
  }),
);

const takeBackSchema = z.object({ rightItemId: z.uuid() });

export const takeBackDecisionAction = deskAction(takeBackSchema, 'workCases', (given) => ({
  type: 'TakeBackDecision',
  ...given,
}));

const rightItemIds = z.array(z.uuid()).max(50);

const approveSchema = z.object({ rightItemIds: rightItemIds.min(1) });

export const approveDecisionAction = deskAction(approveSchema, 'approve', (given) => ({
  type: 'ApproveDecision',
  ...given,
}));

const returnedSchema = returnSchema.extend({ rightItemIds });

export const returnDecisionAction = deskStep(returnedSchema, 'approve', ({ reason, note, rightItemIds: ids }, on) =>
  sendBack(on, { type: 'ReturnDecision', reason, ...(ids.length > 0 && { rightItemIds: ids }) }, note),
);
