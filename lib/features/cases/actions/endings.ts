'use server';

import { z } from 'zod';
import { OTHER_WAYS, REOPEN_REASONS } from '@/lib/domain/case/reasons';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { day, noFieldsSchema } from '@/lib/features/cases/schema';
import { deskAction } from './desk-action';

export const closeCaseAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'CloseCase' }));

const withdrawSchema = z.object({ way: z.enum(OTHER_WAYS), on: day, words: detailAnswer });

/** For a requester who takes the request back by telephone or letter; on their own page they do it themselves. */
export const withdrawCaseAction = deskAction(withdrawSchema, 'workCases', (told) => ({
  type: 'WithdrawRequest',
  told,
}));

const reopenSchema = z.object({ reason: z.enum(REOPEN_REASONS) });

export const reopenCaseAction = deskAction(reopenSchema, 'workCases', (given) => ({ type: 'ReopenCase', ...given }));
