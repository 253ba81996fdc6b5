'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import { refuse } from '@/lib/domain/result';
import { dropFiles, keepFiles, sentFiles } from '@/lib/features/files/mutations';
import { newId } from '@/lib/platform/ids';
import { deskAction, deskStep, give } from './desk-action';

const somebody = z.union([z.literal('nobody').transform(() => null), z.uuid()]);

const assignSchema = z.object({ staffId: somebody, insteadOf: somebody });

export const assignCaseAction = deskAction(assignSchema, 'workCases', (given) => ({ type: 'AssignCase', ...given }));

/** Cleaned as in the requester's own form. */
const wordsSchema = z.object({
  body: detailAnswer,
  audience: z.enum(['requester', 'desk']),
  files: z.array(z.unknown()),
});

export const writeAction = deskStep(wordsSchema, 'workCases', async ({ body, audience, files: sent }, on) => {
  const messageId = newId();
  if (audience === 'desk') return give(on, { type: 'WriteNote', messageId, body });
  const kept = await keepFiles(on.caseId, await sentFiles(sent));
  if ('problem' in kept) return refuse(`file.${kept.problem}`, kept.name);
  const written = await give(on, { type: 'WriteMessage', messageId, body, files: kept.files });
  if (typeof written === 'string' || !written.ok) await dropFiles(kept.files);
  return written;
});
