import type { NoteKey } from '@/lib/domain/audit/signed-note';
import { rawPublicKey } from '@/lib/domain/audit/signed-note';
import { env } from './env';
import { type PublicSigningKey, signingKey, signingKeys } from './signing';

/** A signing key as one of the log; its name is the log's origin: our own address without the scheme (c2sp.org/tlog-checkpoint). */
export const asLogKey = ({ publicKeyPem }: PublicSigningKey): NoteKey => ({
  name: `${new URL(env().BASE_URL).host}/log`,
  publicKey: rawPublicKey(publicKeyPem),
});

/** The key that signs checkpoints. */
export const logKey = (): NoteKey => asLogKey(signingKey());

/** That key and those before it. */
export const logKeys = (): NoteKey[] => signingKeys().map(asLogKey);
