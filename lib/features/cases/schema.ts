import { z } from 'zod';
import { IDENTITY_METHODS } from '@/lib/domain/case/types';
import { detailAnswer } from '@/lib/domain/intake/schema';

/** What every form on a case carries: which case, and which version of it the person saw. */
export const caseTargetSchema = z.object({ caseId: z.uuid(), seenVersion: z.coerce.number().int().positive() });

export const acceptIdentitySchema = z.object({ method: z.enum(IDENTITY_METHODS) });

export const assignSchema = z.object({ staffId: z.union([z.literal('nobody').transform(() => null), z.uuid()]) });

export const retrySchema = z.object({ systemId: z.string().min(1).max(80) });

/** Unseen characters would reach the requester: refused here as they are in the requester's own form. */
export const wordsSchema = z.object({ body: detailAnswer, audience: z.enum(['requester', 'desk']) });

export const decideSchema = z.object({
  rightItemId: z.uuid(),
  outcome: z.enum(['granted', 'partlyGranted', 'refused', 'noData', 'notFromThem', 'notIdentifiable']),
  grounds: z.array(z.string().max(80)).max(20),
  facts: detailAnswer,
});

export const returnSchema = z.object({
  reason: z.enum(['redactionMissing', 'redactionExcessive', 'groundUnclear', 'recordsMissing', 'other']),
  note: detailAnswer,
});

/** What a form shows again after it was not taken. `turn` grows with every try, so that the form takes over what is kept. */
export type CommandState = { readonly refusal: string | null; readonly typed: Readonly<Record<string, readonly string[]>>; readonly turn: number };

export const NOTHING_TRIED: CommandState = { refusal: null, typed: {}, turn: 0 };
