import 'server-only';
import { jwkOf, minisignKey } from '@/lib/documents/bundle/signatures';
import { verifierKey } from '@/lib/domain/audit/signed-note';
import { asLogKey } from '@/lib/platform/log-key';
import { signingKeys } from '@/lib/platform/signing';
import { daysOf } from './data/days-of-key';
import type { PublishedKey } from './types';

// Anybody may ask, and looking for days goes through every checkpoint.
const GOOD_FOR_MS = 5 * 60_000;

let kept: { readonly at: number; readonly keys: Promise<PublishedKey[]> } | undefined;

const publish = (): Promise<PublishedKey[]> =>
  Promise.all(
    signingKeys().map(async (key, no) => {
      const log = asLogKey(key);
      const { signedSince, signedUntil } = await daysOf(log);
      const raw = Buffer.from(log.publicKey).toString('base64');
      // The present key goes on signing: its last day is not known.
      return {
        keyId: key.keyId,
        algorithm: 'Ed25519',
        sha256: key.fingerprint,
        pem: key.publicKeyPem,
        raw,
        minisign: minisignKey(key.publicKeyPem, key.keyId),
        jwk: jwkOf(key.publicKeyPem, key.keyId),
        log: verifierKey(log),
        present: no === 0,
        signedSince,
        signedUntil: no === 0 ? null : signedUntil,
      };
    }),
  );

/** Every key that signed something which somebody may hold, the present one first. Read anew every five minutes. */
export function loadPublishedKeys(now: Date = new Date()): Promise<PublishedKey[]> {
  if (kept && now.getTime() - kept.at < GOOD_FOR_MS) return kept.keys;
  const keys = publish();
  kept = { at: now.getTime(), keys };
  keys.catch(() => {
    kept = undefined;
  });
  return keys;
}
