import { rawPublicKey, verifierKey } from '@/lib/domain/audit/signed-note';
import { logKey } from '@/lib/platform/log-key';
import { signingKey } from '@/lib/platform/signing';

/** The public key that checks bundles (RFC 8032) and the log (c2sp.org/signed-note), for whoever does not want to take it from the bundle itself. */
export function GET(): Response {
  const { keyId, fingerprint, publicKeyPem } = signingKey();
  const keys = [{ keyId, algorithm: 'Ed25519', sha256: fingerprint, pem: publicKeyPem, raw: Buffer.from(rawPublicKey(publicKeyPem)).toString('base64'), log: verifierKey(logKey()) }];
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } });
}
