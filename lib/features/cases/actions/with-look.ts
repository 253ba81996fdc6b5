import { notFound } from 'next/navigation';
import type { z } from 'zod';
import { loadNoticeLook } from '@/lib/features/cases/loaders/notice-look';
import { caseTargetSchema } from '@/lib/features/cases/schema';
import type { LookState, NoticeDraft } from '@/lib/features/cases/types/look';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { type DeskAction, fieldsOf, typedIn } from './desk-action';

export type LookAction = (before: LookState, form: FormData) => Promise<LookState>;

/**
 * A form that tells the requester something, or by its other button only shows the letter: one action, so that a form without a script gets
 * either answer.
 */
export const withLook =
  <S extends z.ZodObject>(action: DeskAction, schema: S, draftOf: (given: z.output<S>) => NoticeDraft): LookAction =>
  async (before, form) => {
    if (!form.has('look')) return { ...before, ...(await action(before, form)) };
    const staff = await requireStaff('workCases', form);
    const target = caseTargetSchema.safeParse(Object.fromEntries(form));
    if (!target.success) notFound();
    const caseId = await authorizeCase(staff, target.data.caseId);
    const given = schema.safeParse(fieldsOf(schema, form));
    const look = given.success ? await loadNoticeLook(caseId, draftOf(given.data)) : null;
    return { ...before, refusal: null, typed: typedIn(form), look, looked: before.looked + 1 };
  };
