'use server';

import { notFound, redirect } from 'next/navigation';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { seesController } from '@/lib/features/staff/ability';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { controllers } from '@/lib/platform/controllers/registry';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { caseOfReference, holdRow } from './data';
import { placeHold, releaseHold } from './mutations';
import { type HoldState, newHoldSchema, releaseSchema } from './schema';

const PAGE = '/dpo/holds';

/** Places a hold over one case or over collections; what was typed comes back where something is not in order. */
export async function placeHoldAction(before: HoldState, form: FormData): Promise<HoldState> {
  const staff = await requireStaff('oversee', form);
  const refused = async (key: string): Promise<HoldState> => ({
    problem: { key, mark: await sayRefused(t(`holds.problem.${key}`), form) },
    typed: typedIn(form),
    turn: before.turn + 1,
  });
  const parsed = newHoldSchema.safeParse({ ...Object.fromEntries(form), collections: form.getAll('collections') });
  if (!parsed.success) {
    const key = parsed.error.issues[0]?.message ?? '';
    return refused(['groundMissing', 'reasonMissing', 'reasonTooLong', 'noDay'].includes(key) ? key : 'incomplete');
  }
  const { controllerId, reference, collections, ...hold } = parsed.data;
  const loaded = controllers().get(controllerId);
  if (!loaded || !seesController(staff, controllerId)) notFound();
  const known = loaded.dataMap.systems.flatMap((system) => system.collections.map(({ id }) => id));
  if (!collections.every((id) => known.includes(id))) return refused('otherCollections');
  if ((reference === '') === (collections.length === 0)) return refused('whatMissing');
  const found = reference === '' ? null : await caseOfReference(controllerId, reference);
  if (reference !== '' && !found) return refused('noCase');
  if (hold.until && hold.until < localDateOf(new Date().toISOString(), loaded.definition.timezone))
    return refused('dayOver');
  await placeHold({ ...hold, controllerId, caseId: found?.id ?? null, collections }, { staffId: staff.id });
  redirect(PAGE);
}

/** Releases a hold; one that was released meanwhile stays so. */
export async function releaseHoldAction(form: FormData): Promise<void> {
  const staff = await requireStaff('oversee', form);
  const target = releaseSchema.safeParse(Object.fromEntries(form));
  const hold = target.success ? await holdRow(target.data.holdId) : null;
  if (!hold || !seesController(staff, hold.controllerId)) notFound();
  await releaseHold(hold.id, { staffId: staff.id });
  redirect(PAGE);
}

function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) (typed[name] ??= []).push(value.slice(0, 500));
  return typed;
}
