'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { day, noneIfEmpty } from '@/lib/features/cases/schema';
import { deskAction } from './desk-action';

const settleSchema = z.object({
  recipientNoticeId: z.uuid(),
  how: z.enum(['told', 'impossible', 'disproportionate']),
  on: noneIfEmpty(day),
  words: detailAnswer,
});

/** That a recipient was told, on which day and with what receipt; or why it is not. */
export const settleRecipientAction = deskAction(settleSchema, 'workCases', ({ recipientNoticeId, how, on, words }) => {
  if (how !== 'told') return { type: 'ExcuseRecipient', recipientNoticeId, why: how, reason: words };
  return on === null ? 'incomplete' : { type: 'RecordRecipientTold', recipientNoticeId, on, receipt: words };
});
