import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { accountMail } from '@/emails/account';
import type { AuditActor, AuditEventData } from '@/lib/domain/log/schema';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { recordRefusal } from '@/lib/features/log/mutations/refusals';
import {
  addressHere,
  addressOnDevice,
  anyoneHere,
  codesOf,
  countTry,
  forgiveTries,
  type Source,
  waitFor,
} from './sign-in-limits';
import { knownPlaces } from '@/lib/features/staff/data/sessions';
import { openSession } from './sessions';
import { mailStaff } from '@/lib/features/staff-mail/mutations';
import { db, type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { hashPassword, passwordMatches, sealWithMaster } from '@/lib/platform/vault/secrets';
import { signInRow, totpSecretOf } from '@/lib/features/staff/data/staff';
import type { NewStaff, SignIn } from '@/lib/features/staff/schema/sign-in';
import type { NewSignIn, SignedIn, SignInRefusal } from '@/lib/features/staff/types/staff';

const STEP_SECONDS = 30;
// Five slips happen to everybody; right password and wrong code three times is somebody else, or a clock that is off.
const TOLD_AFTER = 6;
const CODES_TOLD_AFTER = 3;

type SignInFailure = Extract<AuditEventData, { kind: 'SignInFailed' }>['data']['reason'];

const totpOf = (email: string, secret: string): TOTP =>
  new TOTP({ issuer: 'Rightsdesk', label: email, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 });

/** The code an authenticator shows at this moment. For the demo and for tests; nothing signs in by it. */
export const totpCode = (secret: string, at: Date = new Date()): string =>
  totpOf('', secret).generate({ timestamp: at.getTime() });

export const newPassword = (): string => randomBytes(15).toString('base64url');
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads as a QR code. */
export const totpUri = (email: string, secret: string): string => totpOf(email, secret).toString();

/**
 * Adds someone who may sign in.
 * @param given demo people have a fixed password and secret; everyone else gets random ones, told once, and chooses another password at
 *   the first sign-in unless `keepPassword`.
 */
export async function addStaff(
  person: NewStaff,
  actor: AuditActor,
  given: { password?: string; totpSecret?: string; demo?: boolean; keepPassword?: boolean } = {},
  at: Date = new Date(),
): Promise<Result<NewSignIn, 'emailTaken'>> {
  const password = given.password ?? newPassword();
  const totpSecret = given.totpSecret ?? newTotpSecret();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    if (await signInRow(person.email, tx)) return refuse('emailTaken');
    const id = newId();
    await tx.staffMember.create({
      data: {
        ...person,
        id,
        passwordHash,
        sealedTotp: sealWithMaster(totpSecret, `totp:${id}`),
        demo: given.demo ?? false,
        mustChangePassword: !given.demo && !given.keepPassword,
        createdAt: at,
      },
    });
    const events = person.roles.map((role) => ({ kind: 'StaffAdded', data: { staffId: id, role } }) as const);
    await appendAudit(tx, actor, {}, events, at);
    return ok({ staffId: id, password, totpSecret, totpUri: totpUri(person.email, totpSecret) });
  });
}

/**
 * Checks password and code together. Each failure is logged with its reason, and told to the caller without one: nobody learns from the
 * answer which part was wrong, or whether the address is known. Failures make whoever causes them wait, longer each time, and never
 * shut the person out whose address was tried: on a browser or network of theirs others' failures do not count.
 */
export async function signIn(
  tried: SignIn,
  source: Source,
  at: Date = new Date(),
): Promise<Result<SignedIn, SignInRefusal>> {
  const row = await signInRow(tried.email);
  const known = row ? await knownPlaces(row.id, source, at) : { device: false, network: false };
  const place =
    known.device && source.device ? addressOnDevice(tried.email, source.device) : addressHere(tried.email, source);
  const counted = await countTry(place, at);
  if ('wait' in counted) return waiting(row?.id, counted.wait, at);
  if (!known.device && !known.network) {
    const others = await countTry(anyoneHere(source), at);
    const wait = 'wait' in others ? others.wait : await waitFor(codesOf(tried.email), at);
    if (wait > 0) return waiting(row?.id, wait, at);
  }
  // An unknown address costs the same slow hash as a known one.
  const matches = row
    ? await passwordMatches(tried.password, row.passwordHash)
    : await hashPassword(tried.password).then(() => false);
  if (!row) return fail(null, 'credentials', at);
  // What the demo prints is public: outside it these accounts are as good as disabled.
  if (row.disabledAt || (row.demo && !env().DEMO)) return fail(row.id, 'disabled', at);
  if (!matches) {
    if (counted.failures === TOLD_AFTER) await tellOfFailures(row.id, 'password', at);
    return fail(row.id, 'credentials', at);
  }
  const step = usedStep(row, tried.totp, at);
  if (step === null) {
    const codes = await countTry(codesOf(tried.email), at);
    if ('failures' in codes && codes.failures === CODES_TOLD_AFTER) await tellOfFailures(row.id, 'code', at);
    return fail(row.id, 'totp', at);
  }
  return transaction(async (tx) => {
    // Guarded by the stored step, so that of two tries with one code only the first succeeds.
    const { count } = await tx.staffMember.updateMany({
      where: { id: row.id, totpStep: { lt: step } },
      data: { totpStep: step },
    });
    if (count === 0) return failIn(tx, row.id, 'replayed', at);
    await forgiveTries(tried.email, source, tx);
    const session = await openSession(tx, row.id, source, at);
    await appendAudit(
      tx,
      { kind: 'staff', id: row.id },
      {},
      [{ kind: 'StaffSignedIn', data: { method: 'passwordAndTotp' } }],
      at,
    );
    return ok({ staffId: row.id, ...session });
  });
}

/** Checks a code and uses it up, for whoever changes how they sign in. */
export async function useCode(
  tx: Db,
  row: { id: string; email: string; sealedTotp: Uint8Array },
  code: string,
  at: Date,
): Promise<boolean> {
  const step = usedStep(row, code, at);
  if (step === null) return false;
  return (
    (await tx.staffMember.updateMany({ where: { id: row.id, totpStep: { lt: step } }, data: { totpStep: step } }))
      .count === 1
  );
}

/** The time step a code belongs to, one step of clock drift allowed either way (RFC 6238, section 5.2); null for a wrong code. */
function usedStep(row: { email: string; id: string; sealedTotp: Uint8Array }, code: string, at: Date): number | null {
  const delta = totpOf(row.email, totpSecretOf(row)).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
}

async function waiting(staffId: string | undefined, seconds: number, at: Date): Promise<Result<never, SignInRefusal>> {
  await fail(staffId ?? null, 'tooMany', at);
  return refuse('wait', String(seconds));
}

const fail = (staffId: string | null, reason: SignInFailure, at: Date): Promise<Result<never, SignInRefusal>> =>
  transaction((tx) => failIn(tx, staffId, reason, at));

async function failIn(
  tx: Db,
  staffId: string | null,
  reason: SignInFailure,
  at: Date,
): Promise<Result<never, SignInRefusal>> {
  const actor: AuditActor = staffId ? { kind: 'staff', id: staffId } : { kind: 'system', id: 'portal' };
  await recordRefusal(tx, actor, {}, { kind: 'SignInFailed', data: { reason } }, at);
  return refuse('notSignedIn');
}

/** Writes to the person whose address is tried, once a day at most: whoever tries could otherwise fill their mailbox. */
async function tellOfFailures(staffId: string, what: 'password' | 'code', at: Date): Promise<void> {
  if (!(await withinLimit('sign-in-told', `${staffId} ${what}`, 1, 86_400, at))) return;
  await transaction((tx) => mailStaff(tx, staffId, 'account', accountMail(`failed.${what}`), at));
}

/** Records that someone tried what their role does not allow. */
export const recordAccessRefused = (staffId: string, action: string): Promise<void> =>
  appendAudit(db(), { kind: 'staff', id: staffId }, {}, [{ kind: 'AccessRefused', data: { action } }], new Date());
