import { reminderMail } from '@/emails/reminder';
import { remindersDue } from '@/lib/domain/case/reminders';
import { daysBetween, localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { reminderColumns } from '@/lib/features/case-file/schema/rows';
import { markReminded } from '@/lib/features/case-file/upkeep/outbox';
import { projection, recount } from '@/lib/features/case-file/upkeep/projection';
import { mayApprove, seesController } from '@/lib/features/staff/ability';
import { caseWorkers } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { mailStaff } from '@/lib/features/staff-mail/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, transaction } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { env } from '@/lib/platform/env';
import { errorFields, log } from '@/lib/platform/log';
import { openCases, unmailedReminders, type UnmailedReminder } from '@/lib/features/mail/data';

/**
 * Looks at the clocks of every open case: keeps last day and next step as they are today, and tells the desk once of each last day that
 * has come near or gone by. Idempotent; may run as often as one likes, and after a standstill says only what is nearest.
 */
export async function watchClocks(now: Date = new Date()): Promise<void> {
  const calendars = await calendarsInForce();
  for await (const row of openCases()) {
    // One case that cannot be counted, such as that of a controller whose folder is gone, must not hide the others.
    try {
      const rules = rulesOf(row, calendars);
      if (!projection(row, rules, now).same) await transaction((tx) => recount(tx, row.id, now));
      for (const reminder of remindersDue(caseOf(row), rules, now.toISOString()))
        await handle(row.id, { ...reminder, type: 'RaiseReminder' }, { kind: 'system', id: 'clock' }, { at: now });
    } catch (error) {
      log('error', 'clockNotWatched', { caseId: row.id, ...errorFields(error) });
    }
  }
  await mailReminders(now);
}

/** Writes to each person of the desk once about all that they are to know; the reminders are marked in the same transaction. */
export async function mailReminders(now: Date): Promise<void> {
  const people = await caseWorkers();
  await transaction(async (tx) => {
    const reminders = await unmailedReminders(tx);
    if (reminders.length === 0) return;
    const open = reminders.filter((reminder) => reminder.case.state !== 'closed');
    for (const person of people)
      await writeTo(
        tx,
        person,
        open.filter((reminder) => concerns(reminder, person, people)),
        now,
      );
    await markReminded(
      tx,
      reminders.map(({ id }) => id),
      now,
    );
  });
}

/** Whose case it is, or everyone's who may take it; a day that was missed is also told to those who approve. */
function concerns(
  { mark, case: { controllerId, assigneeId } }: UnmailedReminder,
  person: Staff,
  people: readonly Staff[],
): boolean {
  if (!seesController(person, controllerId)) return false;
  const somebodys = people.some(({ id }) => id === assigneeId);
  return !somebodys || person.id === assigneeId || (mark === 'missed' && mayApprove(person));
}

async function writeTo(tx: Db, person: Staff, reminders: readonly UnmailedReminder[], now: Date): Promise<void> {
  if (reminders.length === 0) return;
  const lines = reminders.map(({ id, regime, clock, mark, ...reminder }) => {
    const today = localDateOf(now.toISOString(), controller(reminder.case.controllerId).definition.timezone);
    const lastDayOn = toLocalDate(reminder.dueOn);
    const { reference } = reminder.case;
    return {
      ...parseRow(reminderColumns, { id, regime, clock, mark }),
      lastDayOn,
      reference,
      daysLeft: daysBetween(today, lastDayOn),
      link: `${env().BASE_URL}/desk/cases/${reminder.caseId}`,
    };
  });
  await mailStaff(tx, person.id, 'reminder', reminderMail(lines), now);
}
