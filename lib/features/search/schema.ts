import { z } from 'zod';

/** Most cases that a search names: 50 ids fit into any address. */
export const MOST_FOUND = 50;

export const SEARCHED_BY = ['reference', 'email', 'phone', 'account', 'name'] as const;

export const searchSchema = z.string().trim().min(1).max(254);

/** What a list of found cases says of the search it came from; `by` is empty where nothing typed could be searched for. */
export const searchNoteSchema = z.object({
  text: z.string(),
  by: z.array(z.enum(SEARCHED_BY)),
  more: z.boolean(),
  at: z.number(),
});

export type SearchNote = z.output<typeof searchNoteSchema>;
