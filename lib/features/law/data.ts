import { toLocalDate } from '@/lib/domain/calendar/local-date';
import { type Db, db } from '@/lib/platform/db/client';
import type { Confirmation } from './types';

/** Every confirmation that nobody withdrew, newest first: also those of wordings that have changed since. */
export async function standingConfirmations(tx: Db = db()): Promise<readonly Confirmation[]> {
  const rows = await tx.ruleConfirmation.findMany({
    where: { withdrawnAt: null },
    orderBy: [{ confirmedOn: 'desc' }, { createdAt: 'desc' }],
  });
  return rows.map(({ id, ruleId, fingerprint, counsel, confirmedOn, note }) => ({
    id,
    ruleId,
    fingerprint,
    counsel,
    note,
    confirmedOn: toLocalDate(confirmedOn),
  }));
}
