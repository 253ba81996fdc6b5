import { z } from 'zod';
import { staffColumns } from '@/lib/features/staff/schema/rows';
import { living } from './sessions';
import { type Db, db } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { env } from '@/lib/platform/env';
import { openWithMaster } from '@/lib/platform/vault/secrets';
import type { Present, SessionClaims, Staff } from '@/lib/features/staff/types/staff';

const SHOWN = { id: true, name: true, email: true, roles: true, controllerIds: true } as const;

const staffOf = (row: { id: string; name: string; email: string; roles: string[]; controllerIds: string[] }): Staff =>
  parseRow(staffColumns, row);

/** Whose session it is now; null once it was ended or is too old, and for whom was disabled. Asked at every use of a session. */
export async function presentOf({ sessionId }: SessionClaims, at: Date = new Date()): Promise<Present | null> {
  const who = { disabledAt: null, ...(!env().DEMO && { demo: false }) };
  const row = await db().staffSession.findFirst({
    where: { id: sessionId, ...living(at), staff: who },
    select: { staff: { select: { ...SHOWN, mustChangePassword: true } } },
  });
  if (!row) return null;
  const { mustChangePassword, ...staff } = row.staff;
  return { staff: staffOf(staff), sessionId, mustChangePassword };
}

/** Someone by their id, whether they may sign in or not. */
export async function staffById(id: string): Promise<Staff | null> {
  const row = await db().staffMember.findUnique({ where: { id }, select: SHOWN });
  return row && staffOf(row);
}

/** Everyone who ever worked here: the story and the log name people who have left, too. */
export async function staffNames(tx: Db = db()): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.staffMember.findMany({ select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People to whom cases of a controller can be given, by name. */
export async function caseWorkers(controllerId?: string): Promise<readonly Staff[]> {
  const rows = await db().staffMember.findMany({
    where: {
      disabledAt: null,
      roles: { hasSome: ['desk', 'approver', 'admin'] },
      ...(controllerId && { OR: [{ controllerIds: { isEmpty: true } }, { controllerIds: { has: controllerId } }] }),
    },
    select: SHOWN,
    orderBy: { name: 'asc' },
  });
  return rows.map(staffOf);
}

export const signInRow = (email: string, tx: Db = db()) => tx.staffMember.findUnique({ where: { email } });

export const totpSecretOf = (row: { id: string; sealedTotp: Uint8Array }): string =>
  openWithMaster(row.sealedTotp, `totp:${row.id}`);

/** Whose case it is; null for what is no id of a case. */
export async function caseScope(caseId: string): Promise<{ id: string; controllerId: string } | null> {
  if (!z.uuid().safeParse(caseId).success) return null;
  return db().case.findUnique({ where: { id: caseId }, select: { id: true, controllerId: true } });
}
