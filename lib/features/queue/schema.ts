import { z } from 'zod';
import { CASE_STATES } from '@/lib/domain/case/types';
import { MOST_FOUND } from '@/lib/features/search/schema';

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional()).catch(undefined);

/**
 * The filters an address carries. Anything unknown is as if it were not there: an old bookmark still opens.
 * What was searched for is in the address only sealed, beside the ids of what was found.
 */
export const queueFiltersSchema = z.object({
  state: optional(z.enum(['open', 'all', ...CASE_STATES])),
  controller: optional(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)),
  due: optional(z.enum(['overdue', 'week'])),
  who: optional(z.union([z.enum(['me', 'team', 'nobody']), z.uuid()])),
  waits: optional(z.enum(['confirmation', 'source', 'message', 'reply'])),
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

export const assignManySchema = z.object({
  cases: z
    .array(z.string().regex(/^[0-9a-f-]{36}:([0-9a-f-]{36}|nobody)$/))
    .min(1)
    .max(100),
  staffId: z.union([z.literal('nobody').transform(() => null), z.uuid()]),
});
