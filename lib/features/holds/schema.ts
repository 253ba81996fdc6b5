import { z } from 'zod';
import { HOLD_GROUNDS } from '@/lib/domain/law/keeping';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import { cleanLine } from '@/lib/domain/intake/clean';

export const HOLD_REASON_MAX = 200;

/** A hold as the form sends it: over the case of a reference, or over the collections that were ticked. */
export const newHoldSchema = z.object({
  controllerId: z.string().min(1).max(80),
  reference: z.string().overwrite(cleanLine).max(40),
  collections: z.array(z.string().min(1).max(160)).max(500),
  groundId: z.enum(HOLD_GROUNDS, 'groundMissing'),
  reason: z.string().overwrite(cleanLine).min(1, 'reasonMissing').max(HOLD_REASON_MAX, 'reasonTooLong'),
  until: z
    .string()
    .transform((text, context) =>
      text.trim() === ''
        ? null
        : (parseLocalDate(text.trim()) ?? (context.addIssue({ code: 'custom', message: 'noDay' }), z.NEVER)),
    ),
});

export const releaseSchema = z.object({ holdId: z.uuid() });

/** What a form shows after it was not taken, with what was typed. */
export type HoldState = {
  readonly problem: { readonly key: string; readonly mark: string } | null;
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly turn: number;
};

export const NOTHING_TRIED: HoldState = { problem: null, typed: {}, turn: 0 };
