import { accountMail } from '@/emails/account';
import type { AuditActor, AuditEventData } from '@/lib/domain/log/schema';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { forgetTries } from './sign-in-limits';
import { newPassword, newTotpSecret, totpUri, useCode } from './sign-in';
import type { StaffRole } from '@/lib/features/staff/types/staff';
import { mailStaff } from '@/lib/features/staff-mail/mutations';
import { endSessionsIn } from './sessions';
import { type Db, db, transaction } from '@/lib/platform/db/client';
import { hashPassword, passwordMatches, sealWithMaster } from '@/lib/platform/vault/secrets';
import { anotherAdmin } from '@/lib/features/staff/data/accounts';
import type { AccountStep, NewPassword } from '@/lib/features/staff/schema/accounts';
import type { AccountRefusal, PasswordRefusal } from '@/lib/features/staff/types/accounts';

type Row = { id: string; email: string };
type Work = (tx: Db, row: Row, at: Date) => Promise<{ events: AuditEventData[]; secret?: string }>;

const signedOut = async (tx: Db, staffId: string, at: Date): Promise<AuditEventData> => ({
  kind: 'StaffSessionsEnded',
  data: { staffId, sessions: await endSessionsIn(tx, staffId, at, { places: true }) },
});

const STEPS: Record<AccountStep, Work> = {
  async disable(tx, { id }, at) {
    await tx.staffMember.update({ where: { id }, data: { disabledAt: at } });
    return { events: [{ kind: 'StaffDisabled', data: { staffId: id } }, await signedOut(tx, id, at)] };
  },
  async enable(tx, { id }) {
    await tx.staffMember.update({ where: { id }, data: { disabledAt: null } });
    return { events: [{ kind: 'StaffEnabled', data: { staffId: id } }] };
  },
  async resetPassword(tx, { id }, at) {
    const secret = newPassword();
    await tx.staffMember.update({
      where: { id },
      data: { passwordHash: await hashPassword(secret), mustChangePassword: true },
    });
    await mailStaff(tx, id, 'account', accountMail('passwordReset'), at);
    return { events: [{ kind: 'StaffPasswordReplaced', data: { staffId: id } }, await signedOut(tx, id, at)], secret };
  },
  async resetTotp(tx, { id, email }, at) {
    const secret = newTotpSecret();
    await tx.staffMember.update({ where: { id }, data: { sealedTotp: sealWithMaster(secret, `totp:${id}`) } });
    await mailStaff(tx, id, 'account', accountMail('totpReset'), at);
    return {
      events: [{ kind: 'StaffTotpReplaced', data: { staffId: id } }, await signedOut(tx, id, at)],
      secret: totpUri(email, secret),
    };
  },
  signOut: async (tx, { id }, at) => ({ events: [await signedOut(tx, id, at)] }),
  async unlock(tx, { id, email }) {
    await forgetTries(tx, email);
    return { events: [{ kind: 'StaffUnlocked', data: { staffId: id } }] };
  },
};

// What would leave an administrator without a way back in by their own hand.
const NOT_ONESELF: readonly AccountStep[] = ['disable', 'resetPassword', 'resetTotp'];

/**
 * Does one thing to somebody's way in, and logs it.
 * @returns the new password or the address of the new code, to be shown once; null where there is none
 */
export const changeAccount = (
  staffId: string,
  step: AccountStep,
  actor: AuditActor,
  at: Date = new Date(),
): Promise<Result<string | null, AccountRefusal>> =>
  transaction(async (tx) => {
    const row = await tx.staffMember.findUnique({ where: { id: staffId }, select: { id: true, email: true } });
    if (!row) return refuse('unknown');
    if (actor.id === staffId && NOT_ONESELF.includes(step)) return refuse('oneself');
    const { events, secret } = await STEPS[step](tx, row, at);
    await appendAudit(tx, actor, {}, events, at);
    return ok(secret ?? null);
  });

/** Gives somebody other roles. Nobody takes the administrator's from the last one who sees every controller. */
export const changeRoles = (
  staffId: string,
  roles: readonly StaffRole[],
  actor: AuditActor,
  at: Date = new Date(),
): Promise<Result<null, AccountRefusal>> =>
  transaction(async (tx) => {
    const row = await tx.staffMember.findUnique({ where: { id: staffId } });
    if (!row) return refuse('unknown');
    if (row.roles.includes('admin') && !roles.includes('admin') && !(await anotherAdmin(tx, staffId)))
      return refuse('lastAdmin');
    await tx.staffMember.update({ where: { id: staffId }, data: { roles: [...roles] } });
    await appendAudit(
      tx,
      actor,
      {},
      roles.map((role) => ({ kind: 'StaffRoleChanged', data: { staffId, role } }) as const),
      at,
    );
    return ok(null);
  });

/** Takes a password of one's own for the old one and a code; every other session ends. */
export async function changePassword(
  staffId: string,
  sessionId: string,
  given: NewPassword,
  at: Date = new Date(),
): Promise<Result<null, PasswordRefusal>> {
  const row = await db().staffMember.findUniqueOrThrow({ where: { id: staffId } });
  if (!(await passwordMatches(given.current, row.passwordHash))) return refuse('wrong');
  const passwordHash = await hashPassword(given.next);
  return transaction(async (tx) => {
    if (!(await useCode(tx, row, given.totp, at))) return refuse('wrong');
    await tx.staffMember.update({ where: { id: staffId }, data: { passwordHash, mustChangePassword: false } });
    const sessions = await endSessionsIn(tx, staffId, at, { except: sessionId });
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      {},
      [
        { kind: 'StaffPasswordChanged', data: {} },
        { kind: 'StaffSessionsEnded', data: { staffId, sessions } },
      ],
      at,
    );
    await mailStaff(tx, staffId, 'account', accountMail('passwordChanged'), at);
    return ok(null);
  });
}

/** Ends somebody's own sessions on all other browsers. */
export const endOtherSessions = (staffId: string, sessionId: string, at: Date = new Date()): Promise<void> =>
  transaction(async (tx) => {
    const sessions = await endSessionsIn(tx, staffId, at, { except: sessionId });
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      {},
      [{ kind: 'StaffSessionsEnded', data: { staffId, sessions } }],
      at,
    );
  });
