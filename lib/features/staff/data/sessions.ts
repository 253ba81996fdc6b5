import type { Source } from '@/lib/features/staff/mutations/sign-in-limits';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { db } from '@/lib/platform/db/client';
import { blindIndex } from '@/lib/platform/vault/blind-index';

/** A working day; a new morning asks for a new code. */
export const SESSION_SECONDS = 10 * 3600;
/** Somebody who left their desk is signed out. */
export const IDLE_SECONDS = 45 * 60;
const PLACE_DAYS = 90;
const DAY_MS = 86_400_000;

/** The sessions that still let somebody in. */
export const living = (at: Date): Prisma.StaffSessionWhereInput => ({
  endedAt: null,
  createdAt: { gt: new Date(at.getTime() - SESSION_SECONDS * 1000) },
  lastSeenAt: { gt: new Date(at.getTime() - IDLE_SECONDS * 1000) },
});

/** Living sessions of a person, newest first. */
export const sessionsOf = (staffId: string, at: Date) =>
  db().staffSession.findMany({ where: { staffId, ...living(at) }, orderBy: { createdAt: 'desc' } });

export const placeKeys = ({ device, network }: Pick<Source, 'device' | 'network'>) => ({
  device: device === null ? null : blindIndex('account', `place:device:${device}`),
  network: blindIndex('account', `place:network:${network}`),
});

/** Whether somebody has signed in from this browser, or from this network, in the last three months. */
export async function knownPlaces(
  staffId: string,
  source: Source,
  at: Date,
): Promise<{ device: boolean; network: boolean }> {
  const keys = placeKeys(source);
  const since = new Date(at.getTime() - PLACE_DAYS * DAY_MS);
  const known = async (key: Uint8Array<ArrayBuffer> | null): Promise<boolean> =>
    key !== null && (await db().staffPlace.count({ where: { staffId, key, lastUsedAt: { gt: since } } })) > 0;
  return { device: await known(keys.device), network: await known(keys.network) };
}

/** Whose session a cookie names, also one that has ended: what they were writing is kept for nobody else. */
export async function formerOwner(sessionId: string): Promise<string | null> {
  return (await db().staffSession.findUnique({ where: { id: sessionId }, select: { staffId: true } }))?.staffId ?? null;
}
