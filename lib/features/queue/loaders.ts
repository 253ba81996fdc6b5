import 'server-only';
import { cache } from 'react';
import { type LocalDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import { keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { caseColumns, progressColumns, rightColumns } from '@/lib/features/case-file/schema/rows';
import { markOf } from '@/lib/platform/controllers/mark';
import { dueOf } from '@/lib/domain/case/due-today';
import { recordQueueRead } from '@/lib/features/log/mutations/reading';
import { seesController } from '@/lib/features/staff/ability';
import { staffNames } from '@/lib/features/staff/data/staff';
import { todayOf } from '@/lib/features/staff/loaders/today';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controller, controllers } from '@/lib/platform/controllers/registry';
import { parseRow } from '@/lib/platform/db/parse-row';
import { openJson } from '@/lib/platform/vault/case-key';
import { blockedWork, nextDueOn, type QueueCase, queueCounts, queuePage, type QueueScope } from './data';
import type { QueueFilters } from './schema';
import type { HeldUp, Queue, QueueCounts, QueueRow } from './types';

const scopeOf = (staff: Staff, now: Date): QueueScope => ({
  staffId: staff.id,
  controllerIds: staff.controllerIds,
  today: todayOf(staff, now),
});

function requesterOf(row: QueueCase): string | null {
  if (!row.key?.wrappedKey) return null;
  return submittedAnswersSchema.parse(openJson(keyOf(row), row.request.sealedAnswers, `answers:${row.requestId}`)).name;
}

const queueColumns = caseColumns.pick({ state: true, nextStep: true });

function rowOf(found: QueueCase, names: ReadonlyMap<string, string>, now: Date): QueueRow {
  const row = parseRow(queueColumns, found);
  const { timezone } = controller(row.controllerId).definition;
  return {
    id: row.id,
    reference: row.reference,
    controller: markOf(row.controllerId),
    locale: localeOf(row.locale),
    requester: requesterOf(row),
    rights: row.rights.map((item) => {
      const { right, projected } = parseRow(rightColumns, item);
      const { progress, lastDayOn } = parseRow(progressColumns, projected ?? { progress: 'asked', lastDayOn: null });
      return { right, progress, lastDayOn: lastDayOn && toLocalDate(lastDayOn) };
    }),
    state: row.state,
    due: dueOf(row, timezone, now),
    nextStep: row.nextStep,
    nextStepByOn: row.nextStepByOn && toLocalDate(row.nextStepByOn),
    assignee: row.assigneeId ? { id: row.assigneeId, name: names.get(row.assigneeId) ?? '–' } : null,
  };
}

/** The cases a person sees under these filters, logged as read. */
export async function loadQueue(staff: Staff, filters: QueueFilters, now: Date = new Date()): Promise<Queue> {
  const [{ cases, total, more }, names] = await Promise.all([queuePage(filters, scopeOf(staff, now)), staffNames()]);
  const rows = cases.map((row) => rowOf(row, names, now));
  await recordQueueRead(
    staff.id,
    Object.keys(filters).filter((name) => filters[name as keyof QueueFilters] !== undefined),
    rows.length,
    now,
  );
  const last = rows.at(-1);
  return { rows, total, after: more && last ? `${last.due.lastDayOn}_${last.id}` : null };
}

/** Figures beside the saved views; each is the length of the list it opens. Counted once for a page and the frame around it. */
export const loadQueueCounts = cache(async (staff: Staff, now: Date = new Date()): Promise<QueueCounts> => {
  const { openOf, ...counts } = await queueCounts(scopeOf(staff, now));
  const own = [...controllers().keys()].filter((id) => seesController(staff, id));
  return { ...counts, byController: own.map((id) => ({ controller: markOf(id), open: openOf.get(id) ?? 0 })) };
});

export const loadNextDueOn = (staff: Staff, now: Date = new Date()): Promise<LocalDate | null> =>
  nextDueOn(scopeOf(staff, now));

/** What stands still in open cases and does not mend itself unseen: silent systems and mails that did not leave. */
export async function loadHeldUp(staff: Staff): Promise<HeldUp[]> {
  const { tasks, notices } = await blockedWork(staff.controllerIds);
  const nameOf = (controllerId: string, systemId: string) =>
    controller(controllerId).held.systems.find(({ id }) => id === systemId)?.name.en ?? systemId;
  return [
    ...tasks.map((task): HeldUp => ({
      kind: 'source',
      caseId: task.case.id,
      reference: task.case.reference,
      detail: nameOf(task.case.controllerId, task.systemId),
      state: task.failure ?? 'other',
    })),
    ...notices.map((notice): HeldUp => ({
      kind: 'mail',
      caseId: notice.case.id,
      reference: notice.case.reference,
      detail: notice.kind,
      state: notice.state,
    })),
  ];
}
