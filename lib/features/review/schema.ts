import { z } from 'zod';
import { REDACTION_SCOPES } from '@/lib/domain/case/types';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';

/** How far hiding reaches: this value, every one like it in its collection, wherever the same stands, or all of its field. */
export const REACHES = ['here', 'collection', 'everywhere', 'column'] as const;

export type Reach = (typeof REACHES)[number];

/** Records in one answer: some screens full, and one line of the log. */
export const RECORDS_PER_PAGE = 100;

/** A search stops here; whoever gets as many looks for something narrower. */
export const MOST_MATCHES = 1000;

const collectionId = z.string().regex(/^[A-Za-z0-9._-]{1,160}$/);

export const recordsPageSchema = z.object({
  collection: collectionId,
  from: z.coerce.number().int().min(0).max(100_000_000),
});

export const recordSearchSchema = z.strictObject({ collection: collectionId, text: z.string().trim().min(1).max(200) });

export const redactSchema = z
  .object({
    collectionId,
    recordNo: z.coerce.number().int().min(0),
    scope: z.enum(REDACTION_SCOPES),
    field: z
      .string()
      .max(63)
      .transform((text) => (text === '' ? null : text)),
    passage: z
      .string()
      .max(100_000)
      .transform((text) => (text === '' ? null : text)),
    ground: z.string().min(1).max(80),
    facts: detailAnswer,
    reach: z.enum(REACHES).default('here'),
  })
  .refine(
    ({ scope, field, passage }) => (scope === 'record' || field !== null) && (scope !== 'value' || passage !== null),
  )
  .transform((given) => ({
    ...given,
    field: given.scope === 'record' ? null : given.field,
    passage: given.scope === 'value' ? given.passage : null,
    reach: given.scope === 'record' ? ('here' as const) : given.reach,
  }));

/** Without a number: every other value of the field. */
export const keepSchema = z.object({
  collectionId,
  recordNo: z.union([z.literal('rest').transform(() => null), z.coerce.number().int().min(0)]),
  field: z.string().min(1).max(63),
});

export const undoKeepSchema = z.object({ keptId: z.uuid(), collectionId });

export const undoSchema = z.object({ redactionId: z.uuid(), collectionId, alike: z.array(z.uuid()).max(MOST_MATCHES) });
