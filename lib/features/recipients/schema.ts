import { z } from 'zod';

/** The secret in the link of a recipient. */
export const tellingTokenSchema = z.string().regex(/^[\w-]{43}$/);
