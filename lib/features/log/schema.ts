import { z } from 'zod';
import { AUDIT_KINDS } from '@/lib/domain/log/schema';

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional()).catch(undefined);

/** @throws for a kind that the log does not have */
export const auditKindSchema = z.enum(AUDIT_KINDS);

/** Filters of the log as an address carries them; what is unknown is as if it were not there. Days are in UTC, as the log is. */
export const logFiltersSchema = z.object({
  person: optional(z.union([z.enum(['requester', 'worker', 'clock', 'portal']), z.uuid()])),
  case: optional(
    z
      .string()
      .trim()
      .toUpperCase()
      .pipe(z.string().regex(/^[A-Z0-9-]{3,24}$/)),
  ),
  kind: optional(auditKindSchema),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  before: optional(z.string().regex(/^\d{1,18}$/)),
  event: optional(z.uuid()),
});

export type LogFilters = z.output<typeof logFiltersSchema>;

export const exportSchema = z.object({ format: z.enum(['json', 'csv']) });
