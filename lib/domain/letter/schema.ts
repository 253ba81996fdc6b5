import { z } from 'zod';
import { localDate } from '../calendar/local-date';
import { LOCALES } from '../locale';
import { type Letter, LETTER_KINDS, PART_SOURCES } from './types';

/** A letter as it is kept. */
export const letterSchema: z.ZodType<Letter> = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  template: z.string(),
  locale: z.enum(LOCALES),
  reference: z.string(),
  controller: z.string(),
  copy: z.boolean(),
  on: z.string().transform(localDate),
  parts: z.array(
    z.strictObject({
      id: z.string(),
      right: z.string().nullable(),
      source: z.enum(PART_SOURCES),
      heading: z.string().nullable(),
      paragraphs: z.array(z.string()),
      carries: z.array(z.strictObject({ id: z.string(), citation: z.string() })),
      mailed: z.boolean(),
    }),
  ),
});
