import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  MANIFEST_PATH,
  SIGNATURE_PATH,
  verifyManifest,
  type FoundFile,
  type ManifestCheck,
} from '@/lib/domain/bundle/manifest';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { type BundleFile, withBundleFiles } from './bundle-files';
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
 * Checks a bundle from its files alone, without network and in constant memory.
 * @param place the ZIP, or a folder that it was unpacked into
 * @param trusted keys from a place other than the bundle, any of which may have signed it; none to take the bundle's own
 */
export async function verifyBundle(
  place: string,
  trusted: readonly KeyObject[],
): Promise<Result<VerifiedBundle, BundleRefusal>> {
  let contents: Contents;
  try {
    contents = await withBundleFiles(place, readAll);
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
    return ok({
      ...checked.value,
      keyFingerprint: createHash('sha256').update(der).digest('hex'),
      ownKey: trusted.length === 0,
    });
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

async function readAll(files: readonly BundleFile[]): Promise<Contents> {
  const contents: Contents = { found: [], whole: new Map() };
  for (const file of files) contents.found.push(await readOne(file, contents.whole));
  return contents;
}

async function readOne({ path, sizeBytes: size, open }: BundleFile, whole: Map<string, Buffer>): Promise<FoundFile> {
  const stream = await open();
  if ([MANIFEST_PATH, SIGNATURE_PATH, PATHS.publicKey].includes(path) && size <= LARGEST_WHOLE) {
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
