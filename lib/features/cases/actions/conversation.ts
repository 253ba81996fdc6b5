'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';

const somebody = z.union([z.literal('nobody').transform(() => null), z.uuid()]);

const assignSchema = z.object({ staffId: somebody, insteadOf: somebody });

export const assignCaseAction = deskAction(assignSchema, 'workCases', (given) => ({ type: 'AssignCase', ...given }));

/** Cleaned as in the requester's own form. */
const wordsSchema = z.object({ body: detailAnswer, audience: z.enum(['requester', 'desk']) });

export const writeAction = deskAction(wordsSchema, 'workCases', ({ body, audience }) => ({
  type: audience === 'desk' ? 'WriteNote' : 'WriteMessage',
  messageId: newId(),
  body,
}));
