import { createHash, createPublicKey } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { buildManifest, MANIFEST_PATH, type ManifestFacts, SIGNATURE_PATH } from '@/lib/domain/bundle/manifest';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import { PATHS } from './bundle/contents';
import { furtherSignatures } from './bundle/signatures';
import { zipTo } from './bundle/zip';

export type Signer = {
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  readonly publicKeyPem: string;
  readonly keyId: string;
};

export type SignedFacts = Omit<ManifestFacts, 'searched' | 'withheld'> & { readonly timezone: string };

export type SignedFile = {
  readonly path: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
};

/** SHA-256 of the key in DER, in hex: what people compare. */
export const fingerprintOf = (publicKeyPem: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** A few small files as a ZIP with the manifest and signature of a bundle, so that they are checked by the same means as a copy of the data. */
export async function signedZip(facts: SignedFacts, contents: readonly SignedFile[], signer: Signer): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const zip = zipTo(out, new Date(facts.madeAt));
  const files: ManifestFile[] = [];
  const add = async ({ path, mediaType, content }: SignedFile) =>
    files.push({ ...(await zip.add(path, mediaType, [content])), records: null });
  for (const file of contents) await add(file);
  await add({ path: PATHS.publicKey, mediaType: 'application/x-pem-file', content: signer.publicKeyPem });
  const sums = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
  await add({ path: PATHS.sums, mediaType: 'text/plain', content: sums });
  const manifest = buildManifest(files, { ...facts, searched: [], withheld: [] }, signer.keyId);
  await zip.add(MANIFEST_PATH, 'application/json', [manifest]);
  await zip.add(SIGNATURE_PATH, 'application/octet-stream', [signer.sign(manifest)]);
  for (const { path, mediaType, content } of await furtherSignatures(manifest, { ...signer, madeAt: facts.madeAt }))
    await zip.add(path, mediaType, [content]);
  await zip.end();
  return whole;
}
