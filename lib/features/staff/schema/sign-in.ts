import { z } from 'zod';
import { emailAnswer, nameAnswer } from '@/lib/domain/intake/fields/schema';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';

/** Stored and compared in one form, so that "Marek@…" and "marek@…" are one person. */
const address = emailAnswer.transform((text) => text.toLowerCase());

/** Anything longer than a person would type is not worth a slow hash. */
export const signInSchema = z.object({
  email: address,
  password: z.string().min(1).max(256),
  totp: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
});

export type SignIn = z.output<typeof signInSchema>;

export const newStaffSchema = z.object({
  email: address,
  name: nameAnswer,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  controllerIds: z.array(z.string().min(1)),
});

export type NewStaff = z.output<typeof newStaffSchema>;

export const sessionClaimsSchema = z.object({ sessionId: z.uuid() });

const OWN_PLACES = /^\/(?:desk|dpo|account)(?:[/?][\w\-/?=&.,:%+~[\]]*)?$/;

/** Where to go on after signing in: a path of the staff's own pages, never another site. Null for anything else. */
export const returnPathSchema = z
  .string()
  .max(2_000)
  .refine((path) => OWN_PLACES.test(path) && !path.includes('//') && !path.includes('..'))
  .nullable()
  .catch(null);

/** Why next-auth sends somebody back to the sign-in page. `wait`: seconds, where tries came too fast; 0 for every other reason, which nobody is told. */
export const signInErrorSchema = z
  .string()
  .nullish()
  .catch(null)
  .transform((error) => (error ? { wait: Number(/^wait-(\d{1,4})$/.exec(error)?.[1] ?? 0) } : null));

export type SignInError = z.output<typeof signInErrorSchema>;
