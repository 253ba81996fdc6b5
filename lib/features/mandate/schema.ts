import { z } from 'zod';
import { isLocale } from '@/lib/domain/locale';
import { MANDATE_ANSWERS } from '@/lib/domain/case/types';

/** The secret in the link of whoever is asked. */
export const mandateTokenSchema = z.string().regex(/^[\w-]{43}$/);

export const mandateFormSchema = z.object({
  controllerId: z.string().max(40),
  locale: z.string().refine(isLocale),
  token: mandateTokenSchema,
  answer: z.enum(MANDATE_ANSWERS),
});
