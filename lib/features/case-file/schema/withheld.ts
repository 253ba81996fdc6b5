import { z } from 'zod';

/** How many values of a copy are hidden on which grounds, as the row of its bundle keeps it; rows of earlier versions name one ground. */
export const withheldSchema = z.array(
  z.union([
    z.object({ grounds: z.array(z.string()), count: z.number() }),
    z
      .object({ ground: z.string(), count: z.number() })
      .transform(({ ground, count }) => ({ grounds: [ground], count })),
  ]),
);
