import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { AuditActor, AuditEventData } from '@/lib/domain/audit/schema';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/audit/mutations';
import { db, type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { hashPassword, passwordMatches, sealWithMaster } from '@/lib/platform/vault/secrets';
import { signInRow, totpSecretOf } from './data';
import type { NewStaff, SignIn } from './schema';
import type { NewSignIn, SessionClaims } from './types';

const STEP_SECONDS = 30;
const LOCK_AFTER = 5;
const LOCK_MINUTES = 15;
const PER_ADDRESS = 20;
const PER_SOURCE = 100;
const WINDOW_SECONDS = 15 * 60;

type SignInFailure = Extract<AuditEventData, { kind: 'SignInFailed' }>['data']['reason'];

const totpOf = (email: string, secret: string): TOTP =>
  new TOTP({ issuer: 'Rightsdesk', label: email, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 });

/** The code an authenticator shows at this moment. For the demo and for tests; nothing signs in by it. */
export const totpCode = (secret: string, at: Date = new Date()): string => totpOf('', secret).generate({ timestamp: at.getTime() });

/**
 * Adds someone who may sign in.
 * @param given demo people have a fixed password and secret; everyone else gets random ones, told once.
 */
export async function addStaff(
  person: NewStaff,
  actor: AuditActor,
  given: { password?: string; totpSecret?: string; demo?: boolean } = {},
  at: Date = new Date(),
): Promise<Result<NewSignIn, 'emailTaken'>> {
  const password = given.password ?? randomBytes(15).toString('base64url');
  const totpSecret = given.totpSecret ?? new Secret({ size: 20 }).base32;
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    if (await signInRow(person.email, tx)) return refuse('emailTaken');
    const id = newId();
    await tx.staffMember.create({ data: { ...person, id, passwordHash, sealedTotp: sealWithMaster(totpSecret, `totp:${id}`), demo: given.demo ?? false, createdAt: at } });
    const events = person.roles.map((role) => ({ kind: 'StaffAdded', data: { staffId: id, role } }) as const);
    await appendAudit(tx, actor, {}, events, at);
    return ok({ staffId: id, password, totpSecret, totpUri: totpOf(person.email, totpSecret).toString() });
  });
}

/**
 * Checks password and code together. Each failure is logged with its reason, and told to the caller without one: nobody learns
 * from the answer which part was wrong, or whether the address is known.
 * @param source the address on the network the try came from.
 */
export async function signIn(tried: SignIn, source: string, at: Date = new Date()): Promise<Result<SessionClaims, 'notSignedIn'>> {
  const allowed = [await withinLimit('sign-in-address', tried.email, PER_ADDRESS, WINDOW_SECONDS, at), await withinLimit('sign-in-source', source, PER_SOURCE, WINDOW_SECONDS, at)];
  if (allowed.includes(false)) return fail(null, 'tooMany', at);
  const row = await signInRow(tried.email);
  // An unknown address costs the same slow hash as a known one.
  const matches = row ? await passwordMatches(tried.password, row.passwordHash) : await hashPassword(tried.password).then(() => false);
  if (!row) return fail(null, 'credentials', at);
  // What the demo prints is public: outside it these accounts are as good as disabled.
  if (row.disabledAt || (row.demo && !env().DEMO)) return fail(row.id, 'disabled', at);
  if (row.lockedUntil && row.lockedUntil > at) return fail(row.id, 'tooMany', at);
  if (!matches) return fail(row.id, 'credentials', at, { counts: true });
  const step = usedStep(row, tried.totp, at);
  if (step === null) return fail(row.id, 'totp', at, { counts: true });
  return transaction(async (tx) => {
    // Guarded by the stored step, so that of two tries with one code only the first succeeds.
    const { count } = await tx.staffMember.updateMany({ where: { id: row.id, totpStep: { lt: step } }, data: { totpStep: step, failedSignIns: 0, lockedUntil: null } });
    if (count === 0) return failIn(tx, row.id, 'replayed', at);
    await appendAudit(tx, { kind: 'staff', id: row.id }, {}, [{ kind: 'StaffSignedIn', data: { method: 'passwordAndTotp' } }], at);
    return ok({ staffId: row.id, sessionVersion: row.sessionVersion });
  });
}

/** The time step a code belongs to, one step of clock drift allowed either way (RFC 6238, section 5.2); null for a wrong code. */
function usedStep(row: { id: string; email: string; sealedTotp: Uint8Array }, code: string, at: Date): number | null {
  const delta = totpOf(row.email, totpSecretOf(row)).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
}

const fail = (staffId: string | null, reason: SignInFailure, at: Date, { counts = false } = {}): Promise<Result<SessionClaims, 'notSignedIn'>> =>
  transaction(async (tx) => {
    if (counts && staffId) {
      const { failedSignIns } = await tx.staffMember.update({ where: { id: staffId }, data: { failedSignIns: { increment: 1 } } });
      const lockedUntil = new Date(at.getTime() + LOCK_MINUTES * 60_000);
      if (failedSignIns >= LOCK_AFTER) await tx.staffMember.update({ where: { id: staffId }, data: { failedSignIns: 0, lockedUntil } });
    }
    return failIn(tx, staffId, reason, at);
  });

async function failIn(tx: Db, staffId: string | null, reason: SignInFailure, at: Date): Promise<Result<SessionClaims, 'notSignedIn'>> {
  const actor: AuditActor = staffId ? { kind: 'staff', id: staffId } : { kind: 'system', id: 'portal' };
  await appendAudit(tx, actor, {}, [{ kind: 'SignInFailed', data: { reason } }], at);
  return refuse('notSignedIn');
}

/** Ends every session of a person: a copy of the cookie on another machine is worth nothing afterwards. */
export const signOut = (staffId: string, at: Date = new Date()): Promise<void> =>
  transaction(async (tx) => {
    await tx.staffMember.update({ where: { id: staffId }, data: { sessionVersion: { increment: 1 } } });
    await appendAudit(tx, { kind: 'staff', id: staffId }, {}, [{ kind: 'StaffSignedOut', data: {} }], at);
  });

/** Records that someone tried what their role does not allow. */
export const recordAccessRefused = (staffId: string, action: string): Promise<void> =>
  appendAudit(db(), { kind: 'staff', id: staffId }, {}, [{ kind: 'AccessRefused', data: { action } }], new Date());
