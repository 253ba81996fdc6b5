import { z } from 'zod';
import { asciiDigits } from '@/lib/domain/intake/clean';
import { isLocale } from '@/lib/domain/locale';

const portal = { controllerId: z.string().max(40), locale: z.string().refine(isLocale) };

/** The digits of what was typed, in whatever script and with whatever was copied along with them. */
const code = z
  .string()
  .max(2000)
  .transform((text) => asciiDigits(text).replace(/\D/g, ''));

export const portalSchema = z.object(portal);
export const codeFormSchema = z.object({ ...portal, code });
export const linkFormSchema = z.object({ ...portal, token: z.string().max(100) });
export const findFormSchema = z.object({ ...portal, reference: z.string().max(2000), email: z.string().max(2000) });
export const messageFormSchema = z.object({ ...portal, body: z.string() });

export const bundleContentsSchema = z.array(
  z.object({ collectionId: z.string(), records: z.number(), bytes: z.number() }),
);
