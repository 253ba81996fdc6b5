import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** The public half of one of the operator's Ed25519 keys (RFC 8032). */
export type PublicSigningKey = {
  readonly keyId: string;
  /** SHA-256 of the public key's DER, in hex: what people compare. */
  readonly fingerprint: string;
  readonly publicKeyPem: string;
};

/** The operator's present key: it signs bundles and checkpoints of the log. */
export type SigningKey = PublicSigningKey & {
  readonly privateKey: KeyObject;
  sign(bytes: Uint8Array): Uint8Array;
};

function publicHalf(pem: string): PublicSigningKey {
  const publicKey = createPublicKey(pem);
  if (publicKey.asymmetricKeyType !== 'ed25519')
    throw new Error('SIGNING_KEY must be Ed25519 keys: openssl genpkey -algorithm ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(der).digest('hex');
  return {
    keyId: fingerprint.slice(0, 16),
    fingerprint,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

let kept: { readonly present: SigningKey; readonly all: readonly PublicSigningKey[] } | undefined;

function read() {
  const [first = '', ...former] = env().SIGNING_KEY;
  const privateKey = createPrivateKey(first);
  const present: SigningKey = { ...publicHalf(first), privateKey, sign: (bytes) => sign(null, bytes, privateKey) };
  return { present, all: [present, ...former.map(publicHalf)] };
}

export const signingKey = (): SigningKey => (kept ??= read()).present;

/** The present key and those before it, the newest first: what they signed must stay checkable. */
export const signingKeys = (): readonly PublicSigningKey[] => (kept ??= read()).all;
