import { z } from 'zod';
import { WISH_IDS } from '@/lib/domain/law/wishes';
import { DISMISSALS } from './types';

/** A mail as it is sealed. */
export const keptMailSchema = z.object({
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  subject: z.string(),
  text: z.string(),
  attachments: z.int(),
  recognised: z.object({
    wishes: z.array(z.enum(WISH_IDS)),
    language: z.string().nullable(),
    californian: z.boolean(),
    theirReference: z.string().nullable(),
    caseReference: z.string().nullable(),
    name: z.string().nullable(),
  }),
});

export const dismissSchema = z.object({ mailId: z.uuid(), reason: z.enum(DISMISSALS) });

export const noteSchema = z.object({ mailId: z.uuid(), reference: z.string().trim().toUpperCase().max(20) });
