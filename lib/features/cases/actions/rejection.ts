'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { confirmed as confirmedSchema, noFieldsSchema, returnSchema } from '@/lib/features/cases/schema';
import { deskAction, deskStep, sendBack } from './desk-action';
import { withLook } from './with-look';

const proposeRejectionSchema = z.object({
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
  confirmed: confirmedSchema,
  unaskedBecause: detailAnswer.optional().transform((reason) => reason || null),
});

export const proposeRejectionAction = withLook(
  deskAction(proposeRejectionSchema, 'workCases', (given) => ({ type: 'ProposeRejection', ...given })),
  proposeRejectionSchema,
  ({ grounds, facts, confirmed }) => ({ about: 'notShown', grounds, facts, confirmed }),
);

export const approveRejectionAction = deskAction(noFieldsSchema, 'approve', () => ({ type: 'ApproveRejection' }));

export const returnRejectionAction = deskStep(returnSchema, 'approve', ({ reason, note }, on) =>
  sendBack(on, { type: 'ReturnRejection', reason }, note),
);
