import { bindingOf, clocksOf, isOwed, lastDayOf } from '@/lib/domain/case/due';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { progressOf } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import { type LocalDate, toDbDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { unansweredCauses } from '@/lib/domain/clock/pause';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, type CaseRow, lockedCase, rulesOf } from '@/lib/features/case-file/data/case';
import { appendAudit } from '@/lib/features/log/mutations/append';
import type { Db } from '@/lib/platform/db/client';

/**
 * Keeps the state, the last day and the next step of a case, and the progress and last day of each right, as they follow from the case now, to be
 * sorted and filtered by. Days change with the day while a question is open, and with the holidays; the latter is logged, since somebody was told
 * the day before.
 * @returns the last day
 */
export async function project(tx: Db, row: CaseRow, rules: CaseRules, at: Date): Promise<LocalDate> {
  const { state, dueOn, owed, pausedSinceOn, key, byOn, rights, same } = projection(row, rules, at);
  const date = (on: LocalDate | null) => on && toDbDate(on);
  if (!same)
    await tx.case.update({
      where: { id: row.id },
      data: {
        state,
        dueOn: toDbDate(dueOn),
        owed,
        pausedSinceOn: date(pausedSinceOn),
        nextStep: key,
        nextStepByOn: date(byOn),
      },
    });
  for (const { id, progress, lastDayOn } of rights.filter((one) => !one.same))
    await tx.rightProgress.upsert({
      where: { rightItemId: id },
      create: { rightItemId: id, progress, lastDayOn: date(lastDayOn) },
      update: { progress, lastDayOn: date(lastDayOn) },
    });
  return dueOn;
}

/** What the row should say, and whether it does. */
export function projection(row: CaseRow, rules: CaseRules, at: Date) {
  const [current, now] = [caseOf(row), at.toISOString()];
  const clocks = clocksOf(current, rules, now);
  const binding = bindingOf(clocks);
  const [first] = nextSteps(current, rules, now);
  const should = {
    state: current.state,
    dueOn: binding.lastDayOn,
    owed: current.state !== 'closed' && isOwed(current, clocks),
    pausedSinceOn: current.state === 'closed' ? null : binding.pausedSinceOn,
    key: first?.key ?? 'none',
    byOn: first?.byOn ?? null,
  };
  const date = (on: Date | null) => on && toLocalDate(on);
  const rights = current.rights.map((item, index) => {
    const was = row.rights[index]?.projected;
    const own = { progress: progressOf(item, current, rules), lastDayOn: lastDayOf(item, clocks) };
    return {
      ...own,
      id: item.id,
      same: was?.progress === own.progress && date(was.lastDayOn) === own.lastDayOn,
    };
  });
  const same =
    rights.every((one) => one.same) &&
    row.state === should.state &&
    row.owed === should.owed &&
    toLocalDate(row.dueOn) === should.dueOn &&
    date(row.pausedSinceOn) === should.pausedSinceOn &&
    row.nextStep === should.key &&
    date(row.nextStepByOn) === should.byOn;
  return { ...should, rights, same };
}

/** The same for a case that nobody changed: as days go by, as mails leave, or after the holidays were corrected. */
export async function recount(tx: Db, caseId: string, at: Date): Promise<void> {
  const row = await lockedCase(tx, caseId);
  if (!row) return;
  const was = toLocalDate(row.dueOn);
  const dueOn = await project(tx, row, rulesOf(row, await calendarsInForce(tx)), at);
  if (dueOn === was || unansweredCauses(caseOf(row).clockEvents).length > 0) return;
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  await appendAudit(
    tx,
    { kind: 'system', id: 'clock' },
    scope,
    [{ kind: 'DeadlineRecounted', data: { was, dueOn } }],
    at,
  );
}
