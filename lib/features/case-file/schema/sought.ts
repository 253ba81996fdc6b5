import { z } from 'zod';
import { COMPARED_AS, NOT_SOUGHT, type Sought } from '@/lib/domain/datamap/sought';

/** How a collection was looked for, as the row of its answer keeps it; null where that was not recorded. */
export const soughtSchema: z.ZodType<Sought | null> = z
  .strictObject({
    by: z.array(z.strictObject({ kind: z.string(), form: z.enum(COMPARED_AS) })),
    through: z.array(z.string()),
    notBy: z.array(z.strictObject({ kind: z.string(), reason: z.enum(NOT_SOUGHT) })),
  })
  .nullable();
