import { z } from 'zod';

/** A mail as the outbox seals it; its HTML says the same as its text. */
export const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });
