import { appendAudit } from '@/lib/features/log/mutations/append';
import type { Source } from './sign-in-limits';
import { type Db, db, transaction } from '@/lib/platform/db/client';
import { newId, newSecret } from '@/lib/platform/ids';
import { placeKeys } from '@/lib/features/staff/data/sessions';

const SEEN_EVERY_MS = 60_000;

/**
 * Opens a session for a sign-in, and remembers the browser and the network for the next.
 * @returns the id of the session, and the secret that this browser keeps to be known by
 */
export async function openSession(
  tx: Db,
  staffId: string,
  source: Source,
  at: Date,
): Promise<{ sessionId: string; device: string }> {
  const [sessionId, device] = [newId(), source.device ?? newSecret()];
  await tx.staffSession.create({
    data: { id: sessionId, staffId, browser: source.browser, createdAt: at, lastSeenAt: at },
  });
  for (const key of Object.values(placeKeys({ ...source, device }))) {
    if (key)
      await tx.staffPlace.upsert({
        where: { staffId_key: { staffId, key } },
        create: { staffId, key, lastUsedAt: at },
        update: { lastUsedAt: at },
      });
  }
  return { sessionId, device };
}

/** Moves the end of an idle session on; once a minute is exact enough. */
export async function touchSession(sessionId: string, at: Date): Promise<void> {
  await db().staffSession.updateMany({
    where: { id: sessionId, lastSeenAt: { lt: new Date(at.getTime() - SEEN_EVERY_MS) } },
    data: { lastSeenAt: at },
  });
}

/** Ends one session of a person: a copy of its cookie is worth nothing afterwards. Their other browsers stay. */
export const endSession = (staffId: string, sessionId: string, at: Date = new Date()): Promise<void> =>
  transaction(async (tx) => {
    const { count } = await tx.staffSession.updateMany({
      where: { id: sessionId, staffId, endedAt: null },
      data: { endedAt: at },
    });
    if (count === 1)
      await appendAudit(tx, { kind: 'staff', id: staffId }, {}, [{ kind: 'StaffSignedOut', data: {} }], at);
  });

/** Ends every session of a person, and forgets their browsers and networks when `places` says so. */
export async function endSessionsIn(
  tx: Db,
  staffId: string,
  at: Date,
  { except, places = false }: { except?: string; places?: boolean } = {},
): Promise<number> {
  const { count } = await tx.staffSession.updateMany({
    where: { staffId, endedAt: null, ...(except && { id: { not: except } }) },
    data: { endedAt: at },
  });
  if (places) await tx.staffPlace.deleteMany({ where: { staffId } });
  return count;
}
