import { keyHash, type NoteKey } from '@/lib/domain/audit/signed-note';
import { db } from '@/lib/platform/db/client';
import type { DaysOfKey } from '@/lib/features/instance/types';

/** Since when and until when checkpoints of the log bear a key's signature, in UTC; nulls where there is none yet. */
export async function daysOf(key: NoteKey): Promise<DaysOfKey> {
  // The first three bytes of the hash are the four first signs of the signature's base64; a fourth would mix with the signature.
  const mark = `\n— ${key.name} ${Buffer.from(keyHash(key).subarray(0, 3)).toString('base64')}`;
  const [found] = await db().$queryRaw<{ first: string | null; last: string | null }[]>`
    select to_char(min("signedAt") at time zone 'UTC', 'YYYY-MM-DD') as first, to_char(max("signedAt") at time zone 'UTC', 'YYYY-MM-DD') as last
    from "Checkpoint" where position(${mark} in "note") > 0`;
  return { signedSince: found?.first ?? null, signedUntil: found?.last ?? null };
}
