'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { systemIdsOf } from '@/lib/features/cases/loaders/page';
import { ELSEWHERE } from '@/lib/domain/case/carry-out';
import { confirmed, day } from '@/lib/features/cases/schema';
import { deskAction } from './desk-action';

const stopSchema = z.object({ rightItemId: z.uuid() });

export const recordStoppedAction = deskAction(stopSchema, 'workCases', (given) => ({
  type: 'RecordStopped',
  ...given,
}));

const carryOutSchema = z.object({
  rightItemId: z.uuid(),
  on: day,
  systems: z.array(z.string().min(1).max(80)).max(500),
  facts: detailAnswer,
  confirmed,
});

/** What was done of something agreed. Where: systems of the data map, and whatever is none of them. */
export const recordCarriedOutAction = deskAction(carryOutSchema, 'workCases', async (given, { caseId }) => {
  const known = [...(await systemIdsOf(caseId)), ELSEWHERE];
  return given.systems.every((id) => known.includes(id)) ? { type: 'RecordCarriedOut', ...given } : 'incomplete';
});
