'use server';

import { z } from 'zod';
import { EXTENSION_REASONS } from '@/lib/domain/case/reasons';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { day, noneIfEmpty } from '@/lib/features/cases/schema';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';
import { withLook } from './with-look';

const extendSchema = z.object({
  reasons: z.array(z.enum(EXTENSION_REASONS)).max(EXTENSION_REASONS.length),
  body: detailAnswer,
  promisedOn: noneIfEmpty(day),
});

export const extendDeadlineAction = withLook(
  deskAction(extendSchema, 'workCases', (given) => ({
    type: 'ExtendDeadline',
    noticeId: newId(),
    messageId: newId(),
    ...given,
  })),
  extendSchema,
  (given) => ({ about: 'moreTime', ...given }),
);
