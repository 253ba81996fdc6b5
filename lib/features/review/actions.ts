'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { handle } from '@/lib/features/cases/mutations/handle';
import { caseTargetSchema, type CommandState, decideSchema, decisionOf } from '@/lib/features/cases/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { caseRow } from '@/lib/features/case-file/data/case';
import { rightColumns } from '@/lib/features/case-file/schema/rows';
import { weighable } from '@/lib/domain/effects/marks';
import { controller } from '@/lib/platform/controllers/registry';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { newId } from '@/lib/platform/ids';
import { decideFields, deskAction, typedIn } from '@/lib/features/cases/actions/desk-action';
import { loadLetters } from '@/lib/features/review/loaders/letters';
import type { DecidingState } from '@/lib/features/review/types';
import { columnPlaces, isLeftToPeople, isNeverSentIn, openFieldsOf, placesAlike } from './data/hiding';
import { keepSchema, MOST_MATCHES, redactSchema, undoKeepSchema, undoSchema } from './schema';

type Given = CaseCommand | string;

/** Gate, act, and the review page anew in place: whoever goes through a thousand records must not lose the one they are at. */
async function act(
  before: CommandState,
  form: FormData,
  commandOf: (caseId: string) => Promise<Given> | Given,
): Promise<CommandState> {
  const staff = await requireStaff('workCases', form);
  const target = caseTargetSchema.safeParse(Object.fromEntries(form));
  if (!target.success) notFound();
  const caseId = await authorizeCase(staff, target.data.caseId);
  const command = await commandOf(caseId);
  const answer =
    typeof command === 'string'
      ? null
      : await handle(caseId, command, { kind: 'staff', id: staff.id }, { seenVersion: target.data.seenVersion });
  revalidatePath(`/desk/cases/${caseId}/review`);
  const refusal = typeof command === 'string' ? command : answer?.ok ? null : (answer?.reason ?? null);
  const mark = refusal === null ? undefined : await sayRefused(t(`refusal.${refusal}`, { detail: '' }), form);
  return {
    refusal,
    mark,
    typed: refusal === null ? {} : { facts: [String(form.get('facts') ?? '')] },
    turn: before.turn + 1,
  };
}

export async function redactValueAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = redactSchema.safeParse(Object.fromEntries(form));
  return act(before, form, async (caseId) => {
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? '';
      return message === 'tooLong' ? message : 'incomplete';
    }
    const { facts, passage, reach, ...where } = parsed.data;
    const { collectionId, recordNo, field } = where;
    const detail = { passage, facts };
    const row = reach === 'here' || field === null ? null : await caseRow(caseId);
    if (row && field !== null && reach === 'column') {
      const [first, ...alike] = await columnPlaces(row, collectionId, field);
      if (!first) return 'columnEmpty';
      return alike.length >= MOST_MATCHES
        ? 'columnTooLong'
        : { type: 'RedactValue', ...where, ...first, scope: 'field', detail: { passage: null, facts }, alike };
    }
    if (field !== null && (await isNeverSentIn(caseId, collectionId, recordNo, field))) return 'neverSent';
    const open = await openFieldsOf(caseId, collectionId, recordNo);
    const decides = field === null ? open : open.filter((one) => one === field);
    const alike =
      row && field !== null && (reach === 'collection' || reach === 'everywhere')
        ? await placesAlike(row, { ...where, field, passage }, reach)
        : [];
    return { type: 'RedactValue', redactionId: newId(), ...where, decides, detail, alike };
  });
}

export async function undoRedactionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = undoSchema.safeParse({ ...Object.fromEntries(form), alike: form.getAll('alike') });
  return act(before, form, () => (parsed.success ? { type: 'UndoRedaction', ...parsed.data } : 'incomplete'));
}

/** A value, or every other value of its field, that the data map leaves to a person is left shown. */
export async function keepShownAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = keepSchema.safeParse(Object.fromEntries(form));
  return act(before, form, async (caseId) => {
    if (!parsed.success) return 'incomplete';
    const { collectionId, recordNo, field } = parsed.data;
    const open =
      recordNo === null
        ? await isLeftToPeople(caseId, collectionId, field)
        : (await openFieldsOf(caseId, collectionId, recordNo)).includes(field);
    return open ? { type: 'KeepShown', keptId: newId(), ...parsed.data } : 'nothingToDecide';
  });
}

export async function undoKeepShownAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = undoKeepSchema.safeParse(Object.fromEntries(form));
  return act(before, form, () => (parsed.success ? { type: 'UndoKeepShown', ...parsed.data } : 'incomplete'));
}

const decide = deskAction(
  decideSchema,
  'workCases',
  async (given, { caseId }) => {
    const row = await caseRow(caseId);
    const item = row?.rights.find(({ id }) => id === given.rightItemId);
    if (!row || !item) return 'incomplete';
    const { dataMap } = controller(row.controllerId);
    const known = weighable(rightColumns.shape.right.parse(item.right), dataMap).map(({ id }) => id);
    // Direct marketing ends without any weighing: Art. 21(2)–(3) GDPR.
    if (given.weighedUses.some((id) => !known.includes(id))) return 'purposeNotWeighable';
    return { type: 'DecideRight', ...decisionOf(given) };
  },
  decideFields,
);

/** The letter as it would be with what stands in the form of a decision; nothing is changed by looking at it. */
async function lookAt(before: DecidingState, form: FormData): Promise<DecidingState> {
  const staff = await requireStaff('workCases', form);
  const target = caseTargetSchema.safeParse(Object.fromEntries(form));
  if (!target.success) notFound();
  const caseId = await authorizeCase(staff, target.data.caseId);
  const draft = decideSchema.safeParse(decideFields(form));
  const [letter = null] = draft.success ? await loadLetters(caseId, [decisionOf(draft.data)]) : [];
  return { ...before, refusal: null, typed: typedIn(form), letter, looked: before.looked + 1 };
}

/** A right is decided, or by its other button the letter is only looked at: one action, so that a form without a script gets either answer. */
export async function decideRightAction(before: DecidingState, form: FormData): Promise<DecidingState> {
  if (form.has('look')) return lookAt(before, form);
  return { ...before, ...(await decide(before, form)) };
}
