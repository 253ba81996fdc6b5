import { z } from 'zod';
import type { Weighing } from '@/lib/domain/law/weighing';

/** A weighing as it is kept. */
export const weighingSchema: z.ZodType<Weighing> = z.strictObject({
  purposeIds: z.array(z.string()),
  ours: z.string(),
  theirs: z.string(),
  why: z.string(),
});
