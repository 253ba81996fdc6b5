import type { NoteKey } from '@/lib/domain/audit/signed-note';
import { rawPublicKey } from '@/lib/domain/audit/signed-note';
import { env } from './env';
import { signingKey } from './signing';

/** The key that signs checkpoints; its name is the log's origin: our own address without the scheme (c2sp.org/tlog-checkpoint). */
export function logKey(): NoteKey {
  const { host } = new URL(env().BASE_URL);
  return { name: `${host}/log`, publicKey: rawPublicKey(signingKey().publicKeyPem) };
}
