'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { handle } from '@/lib/features/cases/mutations';
import { caseTargetSchema, type CommandState } from '@/lib/features/cases/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders';
import { newId } from '@/lib/platform/ids';
import { redactSchema, undoSchema } from './schema';

/** Gate, act, and the review page anew in place: whoever goes through a thousand records must not lose the one they are at. */
async function act(before: CommandState, form: FormData, command: CaseCommand | string): Promise<CommandState> {
  const staff = await requireStaff('workCases', form);
  const target = caseTargetSchema.safeParse(Object.fromEntries(form));
  if (!target.success) notFound();
  const caseId = await authorizeCase(staff, target.data.caseId);
  const answer = typeof command === 'string' ? null : await handle(caseId, command, { kind: 'staff', id: staff.id }, { seenVersion: target.data.seenVersion });
  revalidatePath(`/desk/cases/${caseId}/review`);
  const refusal = typeof command === 'string' ? command : answer?.ok ? null : (answer?.reason ?? null);
  return { refusal, typed: refusal === null ? {} : { facts: [String(form.get('facts') ?? '')] }, turn: before.turn + 1 };
}

export async function redactValueAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = redactSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? '';
    return act(before, form, message === 'tooLong' ? message : 'incomplete');
  }
  const { facts, passage, ...where } = parsed.data;
  return act(before, form, { type: 'RedactValue', redactionId: newId(), ...where, detail: { passage, facts } });
}

export async function undoRedactionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const parsed = undoSchema.safeParse(Object.fromEntries(form));
  return act(before, form, parsed.success ? { type: 'UndoRedaction', ...parsed.data } : 'incomplete');
}
