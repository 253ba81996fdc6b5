'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { todayOf } from '@/lib/features/staff/loaders/today';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { confirmRules, withdrawConfirmation } from './mutations';
import {
  type ConfirmField,
  confirmSchema,
  type ConfirmState,
  lawAddress,
  lawFiltersSchema,
  withdrawSchema,
} from './schema';

const PAGE = '/dpo/law';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** The filters the form was sent under, read as strictly as any address: nothing else can be jumped to. */
const filtersOf = (form: FormData) =>
  lawFiltersSchema.parse(Object.fromEntries(new URLSearchParams(text(form, 'filters').slice(0, 1000))));

/** Records counsel's word on the ticked rules, or shows the form again with everything that was ticked and typed. */
export async function confirmRulesAction(before: ConfirmState, form: FormData): Promise<ConfirmState> {
  const staff = await requireStaff('oversee', form);
  const typed = { counsel: text(form, 'counsel'), confirmedOn: text(form, 'confirmedOn'), note: text(form, 'note') };
  const ticked = form.getAll('rule').filter((value) => typeof value === 'string');
  const again = async (field: ConfirmField, reason: string): Promise<ConfirmState> => {
    const mark = await sayRefused(t(`law.problem.${reason}`), form);
    return { problem: { field, reason, mark }, ticked, typed, turn: before.turn + 1 };
  };
  const parsed = confirmSchema.safeParse({ rule: ticked, ...typed });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = (issue?.path[0] ?? 'rule') as ConfirmField;
    return again(field, field === 'rule' ? 'noRule' : (issue?.message ?? ''));
  }
  const answer = await confirmRules(staff.id, parsed.data, todayOf(staff, new Date()));
  // A browser that is on the page already would keep what it has: both the new word and a new wording must be seen.
  revalidatePath(PAGE);
  if (!answer.ok) return again(answer.reason === 'dayToCome' ? 'confirmedOn' : 'rule', answer.reason);
  redirect(lawAddress(filtersOf(form), { recorded: String(answer.value.rules) }));
}

/** What was withdrawn meanwhile is as whoever sent this wants it. */
export async function withdrawConfirmationAction(form: FormData): Promise<void> {
  const staff = await requireStaff('oversee', form);
  const parsed = withdrawSchema.safeParse(Object.fromEntries(form));
  if (parsed.success) await withdrawConfirmation(staff.id, parsed.data.confirmationId);
  revalidatePath(PAGE);
  redirect(lawAddress(filtersOf(form)));
}
