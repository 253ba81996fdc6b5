import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { MANIFEST_PATH, SIGNATURE_PATH, verifyManifest, type FoundFile, type ManifestCheck } from '@/lib/domain/bundle/manifest';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { PATHS } from './contents';

export type BundleRefusal = 'notAZip' | 'notABundle' | 'badSignature' | 'notAManifest';

export type VerifiedBundle = ManifestCheck & {
  /** SHA-256 of the key that signed it, in DER, hex. */
  readonly keyFingerprint: string;
  /** Whether the key came from the bundle itself, which then only shows that the bundle agrees with itself. */
  readonly ownKey: boolean;
};

// Files that have to be read whole; a larger one is not of our making.
const LARGEST_WHOLE = 64 * 1024 * 1024;

/**
 * Checks a bundle from its file alone, without network and in constant memory.
 * @param trusted keys from a place other than the bundle, any of which may have signed it; none to take the bundle's own
 */
export async function verifyBundle(file: string, trusted: readonly KeyObject[]): Promise<Result<VerifiedBundle, BundleRefusal>> {
  let contents: Contents;
  try {
    contents = await readZip(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    return refuse('notAZip', error instanceof Error ? error.message : undefined);
  }
  const { found, whole } = contents;
  const [manifest, signature, ownPem] = [MANIFEST_PATH, SIGNATURE_PATH, PATHS.publicKey].map((path) => whole.get(path));
  if (!manifest || !signature) return refuse('notABundle', manifest ? SIGNATURE_PATH : MANIFEST_PATH);
  const keys = trusted.length > 0 ? trusted : ownKey(ownPem);
  if (keys.length === 0) return refuse('notABundle', PATHS.publicKey);
  for (const key of keys) {
    const checked = verifyManifest(manifest, signature, key, found);
    if (!checked.ok && checked.reason === 'badSignature') continue;
    if (!checked.ok) return checked;
    const der = key.export({ type: 'spki', format: 'der' });
    return ok({ ...checked.value, keyFingerprint: createHash('sha256').update(der).digest('hex'), ownKey: trusted.length === 0 });
  }
  return refuse('badSignature');
}

function ownKey(pem: Buffer | undefined): KeyObject[] {
  try {
    return pem ? [createPublicKey(pem)] : [];
  } catch {
    return [];
  }
}

type Contents = { readonly found: FoundFile[]; readonly whole: Map<string, Buffer> };

async function readZip(file: string): Promise<Contents> {
  const zip = await openPromise(file);
  try {
    const contents: Contents = { found: [], whole: new Map() };
    for await (const entry of zip.eachEntry()) {
      // A folder has no content to check.
      if (!entry.fileName.endsWith('/')) contents.found.push(await readEntry(zip, entry, contents.whole));
    }
    return contents;
  } finally {
    zip.close();
  }
}

async function readEntry(zip: ZipFile, entry: Entry, whole: Map<string, Buffer>): Promise<FoundFile> {
  const path = entry.fileName;
  const stream = await zip.openReadStreamPromise(entry);
  if ([MANIFEST_PATH, SIGNATURE_PATH, PATHS.publicKey].includes(path) && entry.uncompressedSize <= LARGEST_WHOLE) {
    const bytes = await buffer(stream);
    whole.set(path, bytes);
    return { path, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      hash.update(chunk);
      done();
    },
  });
  await pipeline(stream, measure);
  return { path, sizeBytes, sha256: hash.digest('hex') };
}
