'use server';

import { z } from 'zod';
import { coolingOffDaysOf } from '@/lib/features/cases/loaders/page';
import { noFieldsSchema } from '@/lib/features/cases/schema';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';

export const planErasureAction = deskAction(noFieldsSchema, 'workCases', () => ({
  type: 'PlanErasure',
  erasureId: newId(),
}));

const retrySchema = z.object({ erasureId: z.uuid() });

export const retryErasureAction = deskAction(retrySchema, 'workCases', (given) => ({ type: 'RetryErasure', ...given }));

const approveSchema = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

/** Agrees to the plan that the form showed; the days to stop it are those that the controller gives. */
export const approveErasureAction = deskAction(approveSchema, 'approve', async ({ digest }, { caseId }) => ({
  type: 'ApproveErasure',
  digest,
  coolingOffDays: await coolingOffDaysOf(caseId),
  noticeId: newId(),
}));
