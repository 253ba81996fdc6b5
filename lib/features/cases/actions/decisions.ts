'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { OUTCOMES } from '@/lib/domain/law/types';
import { confirmed, noFieldsSchema, returnSchema } from '@/lib/features/cases/schema';
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

export const approveDecisionAction = deskAction(noFieldsSchema, 'approve', () => ({ type: 'ApproveDecision' }));

export const returnDecisionAction = deskStep(returnSchema, 'approve', ({ reason, note }, on) =>
  sendBack(on, { type: 'ReturnDecision', reason }, note),
);
