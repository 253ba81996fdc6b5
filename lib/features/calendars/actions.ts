'use server';

import { notFound, redirect } from 'next/navigation';
import type { Result } from '@/lib/domain/result';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { previewOverride, previewWithdrawal } from './data';
import { overrideHoliday, withdrawOverride } from './mutations';
import { MOST_SHOWN, newOverrideSchema, type OverrideState, stepSchema, withdrawSchema } from './schema';
import type { Preview } from './types';

const FIELDS = ['calendar', 'change', 'on', 'reason'] as const;

type Ways = {
  readonly preview: (at: Date) => Promise<Result<Preview, string>>;
  readonly save: (by: { staffId: string; seen: number }) => Promise<Result<number, string>>;
  /** Where a saved change is shown. */
  readonly then: string;
  readonly typed: Readonly<Record<string, string>>;
};

/** What keeps a change from being made: at the form, or above the page where the form is gone. */
const problemOf = async (key: string, field: string, form: FormData): Promise<OverrideState['problem']> => ({
  key,
  field,
  mark: await sayRefused(t(`calendars.problem.${key}`), form),
});

/** First what a change would move, then, on the second button, the change. Nothing is saved whose moves the person has not seen. */
async function stepOf(
  before: OverrideState,
  form: FormData,
  staffId: string,
  { preview, save, then, typed }: Ways,
): Promise<OverrideState> {
  const { step, seen } = stepSchema.parse(Object.fromEntries(form));
  const state: OverrideState = { problem: null, typed, preview: null, turn: before.turn + 1 };
  if (step === 'edit') return state;
  const saved = step === 'save' ? await save({ staffId, seen }) : null;
  if (saved?.ok) redirect(then);
  if (saved && saved.reason !== 'movesChanged') return { ...state, problem: await problemOf(saved.reason, 'on', form) };
  const shown = await preview(new Date());
  if (!shown.ok) return { ...state, problem: await problemOf(shown.reason, 'on', form) };
  const { moves, onWeekend } = shown.value;
  return {
    ...state,
    preview: { moves: moves.slice(0, MOST_SHOWN), total: moves.length, onWeekend, again: saved !== null },
  };
}

export async function overrideHolidayAction(before: OverrideState, form: FormData): Promise<OverrideState> {
  const staff = await requireStaff('configure', form);
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '').slice(0, 500)]));
  const parsed = newOverrideSchema.safeParse(typed);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      problem: await problemOf(issue?.message ?? '', String(issue?.path[0] ?? ''), form),
      typed,
      preview: null,
      turn: before.turn + 1,
    };
  }
  const given = parsed.data;
  const query = new URLSearchParams({ place: given.calendar, year: given.on.slice(0, 4), saved: given.change });
  return stepOf(before, form, staff.id, {
    preview: (at) => previewOverride(given, at),
    save: (by) => overrideHoliday(given, by),
    then: `/desk/calendars?${query}`,
    typed,
  });
}

export async function withdrawOverrideAction(before: OverrideState, form: FormData): Promise<OverrideState> {
  const staff = await requireStaff('configure', form);
  const target = withdrawSchema.safeParse(Object.fromEntries(form));
  if (!target.success) notFound();
  const { overrideId } = target.data;
  const query = new URLSearchParams({ place: String(form.get('calendar') ?? '').slice(0, 12), saved: 'withdraw' });
  return stepOf(before, form, staff.id, {
    preview: (at) => previewWithdrawal(overrideId, at),
    save: (by) => withdrawOverride(overrideId, by),
    then: `/desk/calendars?${query}`,
    typed: {},
  });
}
