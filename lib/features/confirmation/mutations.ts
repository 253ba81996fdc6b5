import { ok, refuse, type Result } from '@/lib/domain/result';
import type { Db } from '@/lib/platform/db/client';
import { newCode, newId, newSecret } from '@/lib/platform/ids';
import { blindIndex } from '@/lib/platform/vault/blind-index';
import { hashSecret, sameBytes } from '@/lib/platform/vault/secrets';
import { tokenColumns } from './schema';
import { type IssuedToken, type TokenPurpose, type TokenRefusal, TYPED_PURPOSES } from './types';

const MINUTE = 60_000;

/**
 * Minutes for which a mailed link or code works, from when its mail left. Confirming may wait for the evening; what lets somebody in
 * works for as long as it takes to open a mail, and for as long as another server on the way may make ours wait before it takes a mail
 * from a stranger (RFC 6647, section 5: a minute to a day, mostly some minutes). What we write of our own accord works for as long as it
 * may lie unread.
 */
export const LIFETIME_MINUTES: Record<TokenPurpose, number> = {
  confirmEmail: 24 * 60,
  accessLink: 60,
  pageLink: 14 * 24 * 60,
  deliveryCode: 30,
  contactFrom: 30,
  contactTo: 30,
};

/** Six digits are guessed in half a million tries: five are allowed, then a new code is needed. */
export const MAX_ATTEMPTS = 5;

// Keyed and bound to its row: six digits behind a plain hash would be read from a stolen table in a second.
const hashCode = (tokenId: string, code: string) => blindIndex('account', `code:${tokenId}:${code}`);

/**
 * Makes a link and a code for a case, in the transaction of the mail that carries them; only their hashes are kept.
 * The code of an earlier mail stops working, its link does not: people open the mail they find first.
 */
export async function issueToken(
  tx: Db,
  { caseId, purpose, noticeId, at }: { caseId: string; purpose: TokenPurpose; noticeId: string; at: Date },
): Promise<IssuedToken> {
  const [id, token, code] = [newId(), newSecret(), newCode()];
  const expiresAt = new Date(at.getTime() + LIFETIME_MINUTES[purpose] * MINUTE);
  await tx.accessToken.create({
    data: {
      id,
      caseId,
      purpose,
      tokenHash: hashSecret(token),
      codeHash: hashCode(id, code),
      noticeId,
      createdAt: at,
      expiresAt,
    },
  });
  return { token, code, expiresAt };
}

type Mailed = { readonly purpose: string; readonly noticeId: string | null; readonly expiresAt: Date };

/** Nobody holds a code before its mail has left: one that had to wait is as fresh as one that left at once. */
async function hasExpired(tx: Db, { purpose, noticeId, expiresAt }: Mailed, at: Date): Promise<boolean> {
  if (expiresAt > at) return false;
  const sentAt =
    noticeId === null
      ? null
      : (await tx.notice.findUnique({ where: { id: noticeId }, select: { sentAt: true } }))?.sentAt;
  return (
    !sentAt || sentAt.getTime() + LIFETIME_MINUTES[tokenColumns.shape.purpose.parse(purpose)] * MINUTE <= at.getTime()
  );
}

/**
 * Uses up a code typed from the newest mail. A wrong one counts against the limit, whatever the caller then does; what is not six
 * digits is no guess and counts as none.
 * @returns the id of the token that was used, or why the code does not work.
 */
export async function redeemCode(
  tx: Db,
  { caseId, purpose, code, at }: { caseId: string; purpose: TokenPurpose; code: string; at: Date },
): Promise<Result<string, TokenRefusal>> {
  if (!/^\d{6}$/.test(code)) return refuse('malformed');
  const newest = await tx.accessToken.findFirst({ where: { caseId, purpose }, orderBy: { createdAt: 'desc' } });
  if (!newest) return refuse('wrong');
  if (newest.consumedAt) return refuse('used');
  if (await hasExpired(tx, newest, at)) return refuse('expired');
  const counted = await tx.accessToken.updateMany({
    where: { id: newest.id, attempts: { lt: MAX_ATTEMPTS } },
    data: { attempts: { increment: 1 } },
  });
  if (counted.count === 0) return refuse('tooMany');
  if (!sameBytes(newest.codeHash, hashCode(newest.id, code))) return refuse('wrong');
  return consume(tx, newest.id, at);
}

/**
 * Uses up a link of one of the controller's cases.
 * @returns the case it opens and what for; or why it does not work, with the id of the case in `detail` where there is one.
 */
export async function redeemLink(
  tx: Db,
  { token, controllerId, at }: { token: string; controllerId: string; at: Date },
): Promise<Result<{ caseId: string; purpose: TokenPurpose }, TokenRefusal>> {
  const found = await tx.accessToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { case: { select: { controllerId: true } } },
  });
  if (!found || TYPED_PURPOSES.includes(found.purpose) || found.case.controllerId !== controllerId)
    return refuse('wrong');
  if (found.consumedAt) return refuse('used', found.caseId);
  if (await hasExpired(tx, found, at)) return refuse('expired', found.caseId);
  const consumed = await consume(tx, found.id, at);
  return consumed.ok
    ? ok({ caseId: found.caseId, purpose: tokenColumns.shape.purpose.parse(found.purpose) })
    : refuse(consumed.reason, found.caseId);
}

/** Ends whatever link or code of a case still works. */
export const endTokens = async (tx: Db, caseId: string, at: Date): Promise<void> => {
  await tx.accessToken.updateMany({ where: { caseId, consumedAt: null }, data: { consumedAt: at } });
};

/** Of two who come at once with the same token, one gets through. */
async function consume(tx: Db, id: string, at: Date): Promise<Result<string, TokenRefusal>> {
  const { count } = await tx.accessToken.updateMany({ where: { id, consumedAt: null }, data: { consumedAt: at } });
  return count === 1 ? ok(id) : refuse('used');
}
