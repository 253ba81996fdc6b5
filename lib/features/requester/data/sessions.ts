import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { db } from '@/lib/platform/db/client';
import { hashSecret } from '@/lib/platform/vault/secrets';
import type { RequesterSession } from '../types';

/** The session behind the secret of a browser's cookie, or null where there is none that still holds at this controller. */
export async function sessionBy(
  secret: string | undefined,
  controllerId: string,
  at: Date,
): Promise<RequesterSession | null> {
  if (secret === undefined) return null;
  const row = await db().requesterSession.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: {
      case: {
        select: { controllerId: true, key: { select: { wrappedKey: true } }, mandate: { select: { answer: true } } },
      },
    },
  });
  if (!row || row.expiresAt <= at || row.case.controllerId !== controllerId || !row.case.key?.wrappedKey) return null;
  return {
    sessionId: row.id,
    caseId: row.caseId as AuthorizedCaseId,
    // What the person whose data it is has stopped is handed to nobody.
    fresh: row.freshUntil !== null && row.freshUntil > at && row.case.mandate?.answer !== 'stopped',
  };
}

/** The reference that a browser's session was about, also after it has ended: so that it need not be typed again. */
export async function lastReference(secret: string | undefined, controllerId: string): Promise<string | null> {
  if (secret === undefined) return null;
  const row = await db().requesterSession.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: { case: { select: { controllerId: true, reference: true } } },
  });
  return row?.case.controllerId === controllerId ? row.case.reference : null;
}
