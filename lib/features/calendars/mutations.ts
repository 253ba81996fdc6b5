import { toDbDate } from '@/lib/domain/calendar/local-date';
import type { OverrideRefusal } from '@/lib/domain/calendar/holiday-calendar';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { type Db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import { previewOverride, previewWithdrawal } from './data';
import type { NewOverride } from './types';

/** `movesChanged`: meanwhile other cases would move than the person was shown. */
type By = { readonly staffId: string; readonly seen: number; readonly at?: Date };

// Two people who override one day at once are judged one after the other.
const lockOverrides = (tx: Db): Promise<number> =>
  tx.$executeRaw`lock table "HolidayOverride" in share row exclusive mode`;

// The stored last days of open cases follow by the sweep of clocks, which tells and logs what became of each.
const enqueueRecount = (tx: Db): Promise<void> => enqueue(tx, { name: 'watchClocks', payload: {}, key: 'watchClocks' });

/**
 * Adds a day off to a calendar, or declares a holiday a working day, from now on and for every open case.
 * @param by.seen how many cases the person was told would move.
 * @returns how many cases that are.
 */
export const overrideHoliday = (
  given: NewOverride,
  { staffId, seen, at = new Date() }: By,
): Promise<Result<number, OverrideRefusal | 'movesChanged'>> =>
  transaction(async (tx) => {
    await lockOverrides(tx);
    const preview = await previewOverride(given, at, tx);
    if (!preview.ok) return preview;
    const cases = preview.value.moves.length;
    if (cases !== seen) return refuse('movesChanged');
    const { calendar, on, change, reason } = given;
    await tx.holidayOverride.create({
      data: { id: newId(), calendar, onDate: toDbDate(on), change, reason, byId: staffId, createdAt: at },
    });
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      {},
      [{ kind: 'HolidayOverridden', data: { calendar, on, change, cases } }],
      at,
    );
    await enqueueRecount(tx);
    return ok(cases);
  });

/** Takes an override back. The row stays, so that it can be told later why a last day was what it was. */
export const withdrawOverride = (
  overrideId: string,
  { staffId, seen, at = new Date() }: By,
): Promise<Result<number, 'alreadyWithdrawn' | 'movesChanged'>> =>
  transaction(async (tx) => {
    await lockOverrides(tx);
    const preview = await previewWithdrawal(overrideId, at, tx);
    if (!preview.ok) return preview;
    const { moves, override } = preview.value;
    if (moves.length !== seen) return refuse('movesChanged');
    await tx.holidayOverride.update({ where: { id: overrideId }, data: { withdrawnAt: at, withdrawnById: staffId } });
    const { calendar, on, change } = override;
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      {},
      [{ kind: 'HolidayOverrideWithdrawn', data: { calendar, on, change, cases: moves.length } }],
      at,
    );
    await enqueueRecount(tx);
    return ok(moves.length);
  });
