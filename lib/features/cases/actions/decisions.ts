'use server';

import { z } from 'zod';
import { returnSchema } from '@/lib/features/cases/schema';
import { deskAction, deskStep, sendBack } from './desk-action';

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
