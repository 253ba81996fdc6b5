import { cache } from 'react';
import type { StepKey } from '@/lib/domain/case/next-steps';
import type { CaseState } from '@/lib/domain/case/types';
import { daysBetween, type LocalDate, localDateOf } from '@/lib/domain/clock/local-date';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import type { RightId } from '@/lib/domain/law/types';
import { keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { recordQueueRead } from '@/lib/features/log/mutations/reading';
import { seesController } from '@/lib/features/staff/ability';
import { staffNames } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controller, controllers } from '@/lib/platform/controllers/registry';
import { openJson } from '@/lib/platform/vault/case-key';
import { heldUp, nextDueOn, queueCounts, queuePage, type QueueCase, type QueueScope } from './data';
import type { QueueFilters } from './schema';
import type { ControllerMark, Due, HeldUp, Queue, QueueCounts, QueueRow } from './types';

const WEEK = 7;

/** The day it is for the people who work here: that of the first controller they see. */
export const todayOf = (staff: Staff, now: Date): LocalDate => {
  const own = [...controllers().values()].find(({ definition }) => seesController(staff, definition.id));
  return localDateOf(now.toISOString(), own?.definition.timezone ?? 'UTC');
};

const scopeOf = (staff: Staff, now: Date): QueueScope => ({ staffId: staff.id, controllerIds: staff.controllerIds, today: todayOf(staff, now) });

/** Where a case stands between the day it came and its last day. */
export function dueOf(row: { receivedAt: Date; dueOn: Date; pausedSinceOn: Date | null; state: string }, timezone: string, now: Date): Due {
  const receivedOn = localDateOf(row.receivedAt.toISOString(), timezone);
  const dueOn = row.dueOn.toISOString().slice(0, 10) as LocalDate;
  const today = localDateOf(now.toISOString(), timezone);
  const daysLeft = daysBetween(today, dueOn);
  const whole = Math.max(1, daysBetween(receivedOn, dueOn));
  const spent = Math.min(1, Math.max(0, daysBetween(receivedOn, today) / whole));
  const state = row.state === 'closed' ? 'done' : row.pausedSinceOn ? 'paused' : daysLeft < 0 ? 'late' : daysLeft <= WEEK ? 'soon' : 'ok';
  return { state, receivedOn, dueOn, daysLeft, spent };
}

export const markOf = (controllerId: string): ControllerMark => ({ id: controllerId, name: controller(controllerId).definition.name });

function requesterOf(row: QueueCase): string | null {
  if (!row.key?.wrappedKey) return null;
  return submittedAnswersSchema.parse(openJson(keyOf(row), row.request.sealedAnswers, `answers:${row.requestId}`)).name;
}

function rowOf(row: QueueCase, names: ReadonlyMap<string, string>, now: Date): QueueRow {
  const { timezone } = controller(row.controllerId).definition;
  return {
    id: row.id,
    reference: row.reference,
    controller: markOf(row.controllerId),
    locale: localeOf(row.locale),
    requester: requesterOf(row),
    rights: row.rights.map((item) => item.right as RightId),
    state: row.state as CaseState,
    due: dueOf(row, timezone, now),
    nextStep: row.nextStep as StepKey | 'none',
    nextStepByOn: row.nextStepByOn && (row.nextStepByOn.toISOString().slice(0, 10) as LocalDate),
    assignee: row.assigneeId ? { id: row.assigneeId, name: names.get(row.assigneeId) ?? '–' } : null,
  };
}

/** The cases a person sees under these filters, logged as read. */
export async function loadQueue(staff: Staff, filters: QueueFilters, now: Date = new Date()): Promise<Queue> {
  const [{ cases, total, more }, names] = await Promise.all([queuePage(filters, scopeOf(staff, now)), staffNames()]);
  const rows = cases.map((row) => rowOf(row, names, now));
  await recordQueueRead(staff.id, Object.keys(filters).filter((name) => filters[name as keyof QueueFilters] !== undefined), rows.length, now);
  const last = rows.at(-1);
  return { rows, total, after: more && last ? `${last.due.dueOn}_${last.id}` : null };
}

/** Figures beside the saved views; each is the length of the list it opens. Counted once for a page and the frame around it. */
export const loadQueueCounts = cache(async (staff: Staff, now: Date = new Date()): Promise<QueueCounts> => {
  const { openOf, ...counts } = await queueCounts(scopeOf(staff, now));
  const own = [...controllers().keys()].filter((id) => seesController(staff, id));
  return { ...counts, byController: own.map((id) => ({ controller: markOf(id), open: openOf.get(id) ?? 0 })) };
});

export const loadNextDueOn = (staff: Staff, now: Date = new Date()): Promise<LocalDate | null> => nextDueOn(scopeOf(staff, now));

/** What stands still in open cases and does not mend itself unseen: silent systems and mails that did not leave. */
export async function loadHeldUp(staff: Staff): Promise<HeldUp[]> {
  const { tasks, notices } = await heldUp(staff.controllerIds);
  const nameOf = (controllerId: string, systemId: string) => controller(controllerId).dataMap.systems.find(({ id }) => id === systemId)?.name.en ?? systemId;
  return [
    ...tasks.map((task): HeldUp => ({ kind: 'source', caseId: task.case.id, reference: task.case.reference, detail: nameOf(task.case.controllerId, task.systemId), state: task.failure ?? 'other' })),
    ...notices.map((notice): HeldUp => ({ kind: 'mail', caseId: notice.case.id, reference: notice.case.reference, detail: notice.kind, state: notice.state })),
  ];
}
