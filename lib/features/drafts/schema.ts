import { z } from 'zod';
import { isLocale } from '@/lib/domain/locale';
import { QUESTIONS } from '@/lib/domain/intake/questions';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';

// Enough to give back what was typed however wrong it is, and no more than a page of it.
const KEPT = 20_000;

const typed = z.string().transform((text) => text.slice(0, KEPT));

const rawForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const problem = z.object({
  field: z.string(),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What a draft keeps, sealed: the answers that were right, and the one page that was not, as it was typed. */
export const draftContentSchema = z.object({
  answers: submittedAnswersSchema.partial(),
  wrong: z.object({ question: z.enum(QUESTIONS), raw: rawForm, problems: z.array(problem) }).nullable(),
});

const portal = { controllerId: z.string().max(40), locale: z.string().refine(isLocale) };

export const portalSchema = z.object(portal);

/** One page of the form: which it is, and its fields as they were typed. */
export const answerFormSchema = z.object({
  ...portal,
  question: z.enum(QUESTIONS),
  raw: z.record(z.string().max(60), z.union([typed, z.array(typed).max(40)])),
});

/** Fields of a form as text; a file in place of text is nothing this form asked for. */
export function rawOf(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'));
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === 'string');
      return [name, texts.length === 1 ? (texts[0] ?? '') : texts];
    }),
  );
}
