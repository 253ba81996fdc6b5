import { z } from 'zod';
import { MESSAGE_PURPOSES } from '@/lib/domain/case/types';
import { asciiDigits } from '@/lib/domain/intake/clean';
import { emailAnswer, line, prose } from '@/lib/domain/intake/fields/schema';
import { isLocale } from '@/lib/domain/locale';

const portal = { controllerId: z.string().max(40), locale: z.string().refine(isLocale) };

/** The digits of what was typed, in whatever script and with whatever was copied along with them. */
const code = z
  .string()
  .max(2000)
  .transform((text) => asciiDigits(text).replace(/\D/g, ''));

export const portalSchema = z.object(portal);
/** A box of the form that lets somebody in: whether this browser is to be known for some weeks. */
const remember = z
  .string()
  .optional()
  .transform((box) => box === 'yes');

export const codeFormSchema = z.object({ ...portal, code, remember });
export const linkFormSchema = z.object({ ...portal, token: z.string().max(100), remember });
export const findFormSchema = z.object({ ...portal, reference: z.string().max(2000), email: z.string().max(2000) });
export const messageFormSchema = z.object({
  ...portal,
  body: z.string(),
  about: z.enum(MESSAGE_PURPOSES).optional().catch(undefined),
});

/** What is found is told to whoever knows both: what somebody has to have typed to be looked for. */
export const wayInSchema = z.object({ reference: line(40), email: emailAnswer });

export const messageSchema = z.object({ body: prose(5000).min(1, 'empty') });

export const bundleContentsSchema = z.array(
  z.object({ collectionId: z.string(), records: z.number(), bytes: z.number() }),
);
