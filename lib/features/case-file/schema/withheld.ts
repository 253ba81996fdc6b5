import { z } from 'zod';

/** How many values of a copy are hidden on which ground, as the row of its bundle keeps it. */
export const withheldSchema = z.array(z.object({ ground: z.string(), count: z.number() }));
