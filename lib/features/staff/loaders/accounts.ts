import 'server-only';
import type { Present } from '@/lib/features/staff/types/staff';
import { sessionsOf } from '@/lib/features/staff/data/sessions';
import { allAccounts } from '@/lib/features/staff/data/accounts';
import type { Account } from '@/lib/features/staff/types/accounts';

export const loadAccounts = (now: Date = new Date()): Promise<readonly Account[]> => allAccounts(now);

/** One's own living sessions, newest first; the one that asks is marked. */
export async function loadSessions({ staff, sessionId }: Present, now: Date = new Date()) {
  return (await sessionsOf(staff.id, now)).map(({ id, browser, createdAt, lastSeenAt }) => ({
    id,
    browser,
    createdAt,
    lastSeenAt,
    here: id === sessionId,
  }));
}
