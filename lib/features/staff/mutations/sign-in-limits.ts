import { type Db, db } from '@/lib/platform/db/client';
import { blindIndex } from '@/lib/platform/vault/blind-index';

/** Where a try comes from: the network, and the secret that a browser got when somebody signed in on it. */
export type Source = { readonly network: string; readonly device: string | null; readonly browser: string };

/** What is counted together: `free` failures cost nothing, each further one doubles the wait, up to `longest` seconds. */
type Limit = { readonly key: string; readonly who: string | null; readonly free: number; readonly longest: number };

const hashed = (text: string): string => Buffer.from(blindIndex('account', text)).toString('base64url');
const keyOf = (kind: string, what: string): string => `${kind}:${hashed(`${kind}:${what}`)}`;
const whoOf = (email: string): string => hashed(`sign-in:${email}`);

export const addressHere = (email: string, { network }: Source): Limit => ({
  key: keyOf('address', `${email} ${network}`),
  who: whoOf(email),
  free: 5,
  longest: 300,
});
export const addressOnDevice = (email: string, device: string): Limit => ({
  key: keyOf('device', `${email} ${device}`),
  who: whoOf(email),
  free: 5,
  longest: 60,
});
export const anyoneHere = ({ network }: Source): Limit => ({
  key: keyOf('network', network),
  who: null,
  free: 50,
  longest: 10,
});
/** Right password and wrong code: only somebody who knows the password can slow this down, and only for places that are new. */
export const codesOf = (email: string): Limit => ({
  key: keyOf('codes', email),
  who: whoOf(email),
  free: 5,
  longest: 600,
});

const FORGOTTEN_MS = 3_600_000;

/**
 * Counts a try as a failure before it is looked at, so that many at once are counted one by one. Tries that cost nothing never wait for each
 * other: on a busy machine the later of two is looked at first.
 * @returns how many failures there are now, or how many seconds to wait; a try that has to wait is not counted
 */
export async function countTry(limit: Limit, at: Date): Promise<{ failures: number } | { wait: number }> {
  const { key, who, free, longest } = limit;
  const forgotten = new Date(at.getTime() - FORGOTTEN_MS);
  const rows = await db().$queryRaw<{ failures: number }[]>`
    insert into "SignInLimit" as l ("key", "who", "failures", "nextAt") values (${key}, ${who}, 1, ${at}) on conflict ("key") do update set
      "failures" = case when l."nextAt" < ${forgotten} then 1 else l."failures" + 1 end,
      "nextAt" = greatest(l."nextAt", ${at}::timestamptz + make_interval(secs =>
        case when l."nextAt" < ${forgotten} or l."failures" < ${free} then 0
        else least(${longest}, power(2, least(l."failures" + 1 - ${free}, 12))) end))
    where l."failures" <= ${free} or l."nextAt" <= ${at} returning "failures"`;
  if (rows[0]) return { failures: rows[0].failures };
  return { wait: Math.max(1, await waitFor(limit, at)) };
}

/** Seconds until a try is looked at again; 0 for now. */
export async function waitFor({ key, free }: Limit, at: Date): Promise<number> {
  const row = await db().signInLimit.findUnique({ where: { key } });
  return row && row.failures > free ? Math.max(0, Math.ceil((row.nextAt.getTime() - at.getTime()) / 1000)) : 0;
}

/** The right person came: what was counted for their address at this place is forgotten, and this try for the place. */
export async function forgiveTries(email: string, source: Source, tx: Db): Promise<void> {
  const own = [
    addressHere(email, source),
    codesOf(email),
    ...(source.device ? [addressOnDevice(email, source.device)] : []),
  ];
  await tx.signInLimit.deleteMany({ where: { key: { in: own.map(({ key }) => key) } } });
  await tx.signInLimit.updateMany({
    where: { key: anyoneHere(source).key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Forgets every failure counted for an address, wherever it came from. */
export async function forgetTries(tx: Db, email: string): Promise<void> {
  await tx.signInLimit.deleteMany({ where: { who: whoOf(email) } });
}
