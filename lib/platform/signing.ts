import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** The operator's Ed25519 key (RFC 8032): it signs bundles and checkpoints of the log. */
export type SigningKey = {
  readonly keyId: string;
  /** SHA-256 of the public key's DER, in hex: what people compare. */
  readonly fingerprint: string;
  readonly publicKeyPem: string;
  readonly privateKey: KeyObject;
  sign(bytes: Uint8Array): Uint8Array;
};

let kept: SigningKey | undefined;

export function signingKey(): SigningKey {
  if (kept) return kept;
  const privateKey = createPrivateKey(env().SIGNING_KEY);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('SIGNING_KEY must be an Ed25519 key: openssl genpkey -algorithm ed25519');
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(der).digest('hex');
  kept = {
    keyId: fingerprint.slice(0, 16),
    fingerprint,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey,
    sign: (bytes) => sign(null, bytes, privateKey),
  };
  return kept;
}
