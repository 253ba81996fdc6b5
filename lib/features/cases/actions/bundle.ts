'use server';

import { noFieldsSchema } from '@/lib/features/cases/schema';
import { deskAction } from './desk-action';

export const retryBundleAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'RetryBundle' }));
