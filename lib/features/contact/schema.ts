import { z } from 'zod';
import { asciiDigits } from '@/lib/domain/intake/clean';
import { isLocale } from '@/lib/domain/locale';
import { MAILBOXES } from './types';

const portal = { controllerId: z.string().max(40), locale: z.string().refine(isLocale) };

export const newContactFormSchema = z.object({ ...portal, email: z.string().max(2000) });

export const contactCodeFormSchema = z.object({
  ...portal,
  mailbox: z.enum(MAILBOXES),
  code: z
    .string()
    .max(2000)
    .transform((text) => asciiDigits(text).replace(/\D/g, '')),
});
