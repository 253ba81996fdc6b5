import type { z } from 'zod';
import type { draftContentSchema } from './schema';

export type DraftContent = z.output<typeof draftContentSchema>;

/** `sent`: the browser's request exists, and this draft is how the browser shows that it sent it. */
export type Draft =
  | { readonly state: 'none' }
  | { readonly state: 'expired' }
  | { readonly state: 'open'; readonly id: string; readonly content: DraftContent }
  | { readonly state: 'sent'; readonly id: string; readonly caseId: string };

export const NOTHING_YET: DraftContent = { answers: {}, wrong: null };
