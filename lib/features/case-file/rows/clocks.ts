import { toDbDate } from '@/lib/domain/calendar/local-date';
import type { Reminder } from '@/lib/domain/case/types';
import type { ClockEvent } from '@/lib/domain/clock/types';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

// What moves the clocks of a case, and of which of their days the desk was told.

/**
 * @param by the message that says it to the requester, and the notice by which alone it takes effect, on the day that notice is given
 */
export async function addClockEvent(
  tx: Db,
  caseId: string,
  { type, at, ...data }: ClockEvent,
  by: { messageId?: string; noticeId?: string } = {},
): Promise<void> {
  await tx.clockEvent.create({ data: { id: newId(), caseId, kind: type, at: new Date(at), data: { ...data, ...by } } });
}

export async function addReminder(
  tx: Db,
  caseId: string,
  { regime, clock, mark, lastDayOn }: Reminder,
  at: Date,
): Promise<void> {
  await tx.reminder.create({
    data: { id: newId(), caseId, regime, clock, mark, dueOn: toDbDate(lastDayOn), createdAt: at },
  });
}
