import type { Present } from '@/lib/features/staff/types';
import { sessionsOf } from '@/lib/features/staff-sessions/data';
import { allAccounts } from './data';
import type { Account } from './types';

export const loadAccounts = (now: Date = new Date()): Promise<readonly Account[]> => allAccounts(now);

/** One's own living sessions, newest first; the one that asks is marked. */
export async function loadSessions({ staff, sessionId }: Present, now: Date = new Date()) {
  return (await sessionsOf(staff.id, now)).map(({ id, browser, createdAt, lastSeenAt }) => ({ id, browser, createdAt, lastSeenAt, here: id === sessionId }));
}
