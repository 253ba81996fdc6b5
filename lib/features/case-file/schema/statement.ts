import { z } from 'zod';

const about = { kind: z.literal('marketing'), year: z.int() };
const texts = z.array(z.string());
const givenTo = z.array(z.strictObject({ kind: z.string(), names: texts, categories: texts }));

/** A statement as it is stored, in the language of its person. */
export const statementSchema = z.union([
  z.strictObject({
    ...about,
    answer: z.literal('disclosed'),
    thirdParties: z.array(
      z.strictObject({ name: z.string(), address: z.string(), business: z.string().nullable(), categories: texts }),
    ),
  }),
  z.strictObject({ ...about, answer: z.literal('nothing') }),
  z.strictObject({ ...about, answer: z.literal('choice'), url: z.string(), means: z.string() }),
  z.strictObject({
    kind: z.literal('categories'),
    categories: z.array(z.strictObject({ title: z.string(), sources: texts, purposes: texts })),
    soldOrShared: givenTo,
    disclosed: givenTo,
  }),
]);
