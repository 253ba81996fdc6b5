import { z } from 'zod';

/** What was read back in one system, as it is stored. */
export const effectInSchema = z
  .array(
    z.object({
      collectionId: z.string(),
      found: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      other: z.int().nonnegative(),
    }),
  )
  .nullable();

export const correctionSchema = z.strictObject({
  factId: z.string(),
  wrong: z.string(),
  right: z.string(),
  evidence: z.string(),
});

/** What a receiver answered, as it is stored. */
export const receiptSchema = z.strictObject({
  status: z.int(),
  sha256: z.string(),
  sizeBytes: z.int().nonnegative(),
  receiptId: z.string().nullable(),
});
