import { z } from 'zod';
import { CASE_STATES } from '@/lib/domain/case/types';

/** Most cases a search names in an address: 50 ids fit into any browser's and server's limit. */
export const MOST_FOUND = 50;

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional()).catch(undefined);

/**
 * The filters an address carries. Anything unknown is as if it were not there: an old bookmark still opens.
 * What was searched for is never in the address, only the ids of what was found.
 */
export const queueFiltersSchema = z.object({
  state: optional(z.enum(['open', 'all', ...CASE_STATES])),
  controller: optional(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)),
  due: optional(z.enum(['overdue', 'week'])),
  who: optional(z.union([z.enum(['me', 'team', 'nobody']), z.uuid()])),
  waits: optional(z.enum(['source', 'message', 'reply'])),
  found: optional(
    z
      .string()
      .transform((text) => text.split(',').filter((id) => id !== 'none'))
      .pipe(z.array(z.uuid()).max(MOST_FOUND)),
  ),
  after: optional(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
      .transform((text) => ({ dueOn: text.slice(0, 10), id: text.slice(11) }))
      .refine(({ dueOn }) => !Number.isNaN(Date.parse(dueOn))),
  ),
});

export type QueueFilters = z.output<typeof queueFiltersSchema>;

export const searchSchema = z.string().trim().min(1).max(254);

export const assignManySchema = z.object({
  cases: z.array(z.string().regex(/^[0-9a-f-]{36}:([0-9a-f-]{36}|nobody)$/)).min(1).max(100),
  staffId: z.union([z.literal('nobody').transform(() => null), z.uuid()]),
});

export type SearchBy = 'reference' | 'email' | 'phone' | 'name';

/** What a person most likely typed: an address has an "@", a number is digits, a reference begins with two letters and a dash. */
export function searchedBy(text: string): SearchBy {
  if (text.includes('@')) return 'email';
  if (/^[A-Za-z]{2}-[A-Za-z0-9-]{2,20}$/.test(text)) return 'reference';
  return /^\+?[\d\s().\-/]{6,}$/.test(text) ? 'phone' : 'name';
}
