import { z } from 'zod';
import { TOKEN_PURPOSES } from './types';

/** What a row of a mailed link or code holds of closed lists. */
export const tokenColumns = z.object({ purpose: z.enum(TOKEN_PURPOSES) });
