import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { JWS_PATH, MANIFEST_PATH, MINISIGN_PATH } from '@/lib/domain/bundle/manifest';

type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
type Signed = { readonly path: string; readonly mediaType: string; readonly content: string };

const RAW_KEY_BYTES = 32;
const MINISIGN_KEY_ID_BYTES = 8;

const rawKey = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES);

/** The name of a key that minisign compares: the first bytes of its fingerprint, as `keyId` has them in hex. */
const minisignId = (keyId: string): Buffer => Buffer.from(keyId, 'hex').subarray(0, MINISIGN_KEY_ID_BYTES);

/** The key as minisign and signify read it: "Ed", the key's name, 32 bytes raw; base64. */
export const minisignKey = (publicKeyPem: string, keyId: string): string =>
  Buffer.concat([Buffer.from('Ed'), minisignId(keyId), rawKey(createPublicKey(publicKeyPem))]).toString('base64');

/** The key as a JWK (RFC 8037). */
export const jwkOf = (publicKeyPem: string, keyId: string) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: rawKey(createPublicKey(publicKeyPem)).toString('base64url'),
  kid: keyId,
  alg: 'EdDSA',
  use: 'sig',
});

/**
 * The same key's signature over the same manifest in the forms of two other programs: a file of minisign (prehashed, https://jedisct1.github.io/minisign),
 * and a detached JWS whose payload is the manifest's own bytes (RFC 7515, appendix F; RFC 7797).
 */
export async function furtherSignatures(
  manifest: Uint8Array,
  { sign, keyId, madeAt }: { readonly sign: Sign; readonly keyId: string; readonly madeAt: string },
): Promise<readonly Signed[]> {
  return [
    { path: MINISIGN_PATH, mediaType: 'text/plain', content: await minisigned(manifest, sign, keyId, madeAt) },
    { path: JWS_PATH, mediaType: 'application/jose', content: await jwsOf(manifest, sign, keyId) },
  ];
}

async function minisigned(manifest: Uint8Array, sign: Sign, keyId: string, madeAt: string): Promise<string> {
  const signature = await sign(createHash('blake2b512').update(manifest).digest());
  const trusted = `timestamp:${Math.floor(Date.parse(madeAt) / 1000)}\tfile:${MANIFEST_PATH}\thashed`;
  const over = await sign(Buffer.concat([signature, Buffer.from(trusted)]));
  return [
    `untrusted comment: signature of ${MANIFEST_PATH}`,
    Buffer.concat([Buffer.from('ED'), minisignId(keyId), signature]).toString('base64'),
    `trusted comment: ${trusted}`,
    Buffer.from(over).toString('base64'),
    '',
  ].join('\n');
}

async function jwsOf(manifest: Uint8Array, sign: Sign, keyId: string): Promise<string> {
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: keyId, b64: false, crit: ['b64'] }));
  const head = header.toString('base64url');
  const signature = await sign(Buffer.concat([Buffer.from(`${head}.`), manifest]));
  return `${head}..${Buffer.from(signature).toString('base64url')}`;
}
