'use server';

import { z } from 'zod';
import { OTHER_WAYS } from '@/lib/domain/case/reasons';
import { deskAction } from './desk-action';

const resendSchema = z.object({ noticeId: z.uuid() });

export const resendNoticeAction = deskAction(resendSchema, 'workCases', (given) => ({
  type: 'ResendNotice',
  ...given,
}));

const toldSchema = z.object({ noticeId: z.uuid(), way: z.enum(OTHER_WAYS) });

export const recordNoticeToldAction = deskAction(toldSchema, 'workCases', (given) => ({
  type: 'RecordNoticeTold',
  ...given,
}));
