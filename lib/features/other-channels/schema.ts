import { z } from 'zod';
import type { RawForm } from '@/lib/domain/intake/answers';
import type { FieldProblem } from '@/lib/domain/intake/problems';
import { isLocale } from '@/lib/domain/locale';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';

/** How a request can come besides through the portal. */
export const OTHER_CHANNELS = ['phone', 'letter', 'email', 'inPerson'] as const;

/** Whose form and for which residence: what it offers follows from them. */
export const newRequestSchema = z.object({
  controllerId: z.string().max(40).catch(''),
  residence: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z]{2})?$/)
    .catch(''),
  /** A mail that waits, from which the form is filled in. */
  mail: z.uuid().optional().catch(undefined),
});

/** What the desk adds to the answers: in which language they are written to, how and on which day the request came. */
export const logRequestSchema = z.object({
  controllerId: z.string().max(40),
  residence: z.string().max(10),
  locale: z.string().refine(isLocale),
  /** The mail that it came with, where it waits for the desk. */
  mailId: z.uuid().optional().catch(undefined),
  channel: z.enum(OTHER_CHANNELS, 'empty'),
  receivedOn: z.string().transform((text, context) => {
    const on = parseLocalDate(text);
    if (on) return on;
    context.addIssue({ code: 'custom', message: 'notADate' });
    return z.NEVER;
  }),
});

/** The form as it comes back: what was typed, and what is wrong with it. */
export type LogRequestState = {
  readonly problems: readonly FieldProblem[];
  readonly typed: RawForm;
  readonly turn: number;
};

export const NOTHING_LOGGED: LogRequestState = { problems: [], typed: {}, turn: 0 };
