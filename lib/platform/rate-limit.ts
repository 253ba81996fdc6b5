import { type Db, db } from '@/lib/platform/db/client';
import { blindIndex } from '@/lib/platform/vault/blind-index';

// Another spelling of one address or reference is no second limit.
const same = (who: string): string => who.normalize('NFKC').trim().toLowerCase();

/**
 * Counts one more hit on a key and says whether it is still within the limit. Keys are hashed: an address is not kept.
 * @param limit hits allowed in each window of `windowSeconds`.
 */
export async function withinLimit(
  purpose: string,
  who: string,
  limit: number,
  windowSeconds: number,
  now: Date = new Date(),
  tx: Db = db(),
): Promise<boolean> {
  const windowAt = new Date(windowEnd(windowSeconds, now).getTime() - windowSeconds * 1000);
  const key = `${purpose}:${Buffer.from(blindIndex('account', `${purpose}:${same(who)}`)).toString('base64url')}`;
  const rows = await tx.$queryRaw<
    { hits: number }[]
  >`insert into "RateLimit" ("key", "windowAt", "hits") values (${key}, ${windowAt}, 1)
    on conflict ("key", "windowAt") do update set "hits" = "RateLimit"."hits" + 1 returning "hits"`;
  return (rows[0]?.hits ?? 1) <= limit;
}

/** When a count of this window begins anew. */
export const windowEnd = (windowSeconds: number, now: Date): Date =>
  new Date((Math.floor(now.getTime() / (windowSeconds * 1000)) + 1) * windowSeconds * 1000);
