import { z } from 'zod';

/** Which restrictions are shown; what is not in order shows the first page of those in force. */
export const registrySchema = z.object({
  show: z.enum(['now', 'ended']).catch('now'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type RegistryFilters = z.output<typeof registrySchema>;
