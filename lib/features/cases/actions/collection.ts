'use server';

import { z } from 'zod';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { noFieldsSchema } from '@/lib/features/cases/schema';
import { deskAction, deskStep } from './desk-action';

export const startCollectionAction = deskStep(noFieldsSchema, 'workCases', (_given, { caseId, actor, seenVersion }) =>
  startCollection(caseId, actor, seenVersion),
);

const retrySchema = z.object({ systemId: z.string().min(1).max(80) });

export const retrySourceAction = deskAction(retrySchema, 'workCases', (given) => ({ type: 'RetrySource', ...given }));

const collectAgainSchema = z.object({ systemIds: z.array(z.string().min(1).max(80)).max(500) });

export const collectAgainAction = deskAction(collectAgainSchema, 'workCases', (given) => ({
  type: 'CollectAgain',
  ...given,
}));
