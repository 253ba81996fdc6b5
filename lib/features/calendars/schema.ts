import { z } from 'zod';
import { OVERRIDE_CHANGES } from '@/lib/domain/calendar/holiday-calendar';
import { parseLocalDate, type LocalDate } from '@/lib/domain/calendar/local-date';
import { cleanLine } from '@/lib/domain/intake/clean';
import type { Move } from './types';

export const REASON_MAX = 120;

/** The reason stands in the working that requesters read: one line, and nothing in it that cannot be seen. */
export const newOverrideSchema = z.object({
  calendar: z.string().min(1).max(12),
  change: z.enum(OVERRIDE_CHANGES, 'changeMissing'),
  on: z.string().transform((text, context): LocalDate => {
    const on = parseLocalDate(text.trim());
    if (on) return on;
    context.addIssue({ code: 'custom', message: 'noDate' });
    return z.NEVER;
  }),
  reason: z.string().overwrite(cleanLine).min(1, 'reasonMissing').max(REASON_MAX, 'reasonTooLong'),
});

export const withdrawSchema = z.object({ overrideId: z.uuid() });

/** Which of the two buttons was pressed; a change is saved only after what it moves was shown, as a count that is compared. */
export const stepSchema = z.object({
  step: z.enum(['preview', 'edit', 'save']).catch('preview'),
  seen: z.coerce.number().int().nonnegative().catch(-1),
});

export const calendarFiltersSchema = z.object({
  place: z.string().max(12).optional().catch(undefined),
  year: z.coerce.number().int().optional().catch(undefined),
  saved: z.enum(['add', 'remove', 'withdraw']).optional().catch(undefined),
});

export type CalendarFilters = z.output<typeof calendarFiltersSchema>;

/** Most moves that a preview lists by name. */
export const MOST_SHOWN = 50;

/** What a form shows after a press: what is wrong and at which field, or what the change would move. */
export type OverrideState = {
  readonly problem: { readonly key: string; readonly field: string | null; readonly mark: string } | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly preview: {
    readonly moves: readonly Move[];
    readonly total: number;
    readonly onWeekend: boolean;
    readonly again: boolean;
  } | null;
  readonly turn: number;
};

export const NOTHING_TRIED: OverrideState = { problem: null, typed: {}, preview: null, turn: 0 };
