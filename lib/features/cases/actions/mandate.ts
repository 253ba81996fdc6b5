'use server';

import { noFieldsSchema } from '@/lib/features/cases/schema';
import { deskAction } from './desk-action';

export const closeStoppedAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'CloseStopped' }));
