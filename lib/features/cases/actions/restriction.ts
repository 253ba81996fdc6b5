'use server';

import { z } from 'zod';
import { LIFT_REASONS, RESTRICTED_FOR } from '@/lib/domain/law/restriction';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { day, noFieldsSchema } from '@/lib/features/cases/schema';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';
import { withLook } from './with-look';

const meanwhileSchema = z.object({ becauseOf: z.uuid() });

/** Takes a restriction into the case while one of its rights is looked into. */
export const restrictMeanwhileAction = deskAction(meanwhileSchema, 'workCases', ({ becauseOf }) => ({
  type: 'RestrictMeanwhile',
  rightItemId: newId(),
  becauseOf,
}));

const groundSchema = z.object({ rightItemId: z.uuid(), ground: z.enum(RESTRICTED_FOR) });

export const nameRestrictionGroundAction = deskAction(groundSchema, 'workCases', (given) => ({
  type: 'NameRestrictionGround',
  ...given,
}));

const liftSchema = z.object({ why: z.enum(LIFT_REASONS), liftOn: day, facts: detailAnswer });

/** Tells the person that a restriction ends: nothing is lifted by it. */
export const announceLiftingAction = withLook(
  deskAction(liftSchema, 'workCases', (given) => ({
    type: 'AnnounceLifting',
    liftingId: newId(),
    noticeId: newId(),
    ...given,
  })),
  liftSchema,
  (given) => ({ about: 'lifting', ...given }),
);

export const cancelLiftingAction = deskAction(noFieldsSchema, 'workCases', () => ({ type: 'CancelLifting' }));

const liftedSchema = z.object({ effectId: z.uuid() });

export const recordLiftedAction = deskAction(liftedSchema, 'workCases', (given) => ({
  type: 'RecordLifted',
  ...given,
}));
