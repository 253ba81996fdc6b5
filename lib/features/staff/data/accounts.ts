import { staffColumns } from '@/lib/features/staff/schema/rows';
import { living } from './sessions';
import { type Db, db } from '@/lib/platform/db/client';
import type { Account } from '@/lib/features/staff/types/accounts';

/** Everybody who may sign in or once could, by name. */
export async function allAccounts(at: Date): Promise<readonly Account[]> {
  const rows = await db().staffMember.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      email: true,
      roles: true,
      controllerIds: true,
      disabledAt: true,
      mustChangePassword: true,
      sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
      mails: { orderBy: { createdAt: 'desc' }, take: 1, select: { state: true, lastFailure: true } },
      _count: { select: { sessions: { where: living(at) } } },
    },
  });
  return rows.map(({ disabledAt, sessions, mails: [mail], _count, roles, ...row }) => ({
    ...row,
    newestMail: mail ?? null,
    roles: staffColumns.shape.roles.parse(roles),
    disabled: disabledAt !== null,
    sessions: _count.sessions,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  }));
}

export const accountByEmail = (email: string) =>
  db().staffMember.findUnique({ where: { email }, select: { id: true } });

/** Whether somebody else than this person can still administer every controller. */
export const anotherAdmin = async (tx: Db, staffId: string): Promise<boolean> =>
  (await tx.staffMember.count({
    where: { id: { not: staffId }, disabledAt: null, roles: { has: 'admin' }, controllerIds: { isEmpty: true } },
  })) > 0;
