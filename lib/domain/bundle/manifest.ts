import { verify, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '../audit/canonical-json';
import { ok, refuse, type Result } from '../result';
import { manifestSchema, type Manifest, type ManifestFile } from './schema';
import type { BundleFacts } from './types';

export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'manifest.json.sig';
/** The same signature in the forms of other programs; in bundles from the third form on. */
export const MINISIGN_PATH = 'manifest.json.minisig';
export const JWS_PATH = 'manifest.json.jws';

/** What a manifest says besides its files. */
export type ManifestFacts = Pick<
  BundleFacts,
  'reference' | 'locale' | 'receivedOn' | 'madeAt' | 'keyUrl' | 'searched' | 'withheld'
> & { readonly controller: Pick<BundleFacts['controller'], 'legalName'> };

/**
 * The manifest as it is signed: canonical JSON (RFC 8785) in UTF-8, files by path.
 * @param files every file of the bundle except the manifest and its signature
 */
export function buildManifest(files: readonly ManifestFile[], facts: ManifestFacts, keyId: string): Uint8Array {
  const manifest: Manifest = {
    format: 'rightsdesk-bundle/3',
    reference: facts.reference,
    controller: facts.controller.legalName,
    locale: facts.locale,
    receivedOn: facts.receivedOn,
    madeAt: facts.madeAt,
    signature: {
      algorithm: 'Ed25519',
      file: SIGNATURE_PATH,
      keyId,
      keyUrl: facts.keyUrl,
      also: [MINISIGN_PATH, JWS_PATH],
    },
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    searched: facts.searched.map(({ system, collection, result, reason, count, sought }) => ({
      system,
      collection,
      result,
      reason,
      count,
      sought: sought && { by: [...sought.by], through: [...sought.through], notBy: [...sought.notBy] },
    })),
    withheld: facts.withheld.map(({ collection, count, what, ground, citation, facts: why }) => ({
      collection,
      count,
      what,
      ground,
      citation,
      facts: why,
    })),
  };
  // What is signed must be readable by whoever checks it: a value that the format does not know ends the making here.
  return canonicalBytes(manifestSchema.parse(manifest));
}

/** Size and SHA-256 (hex) of a file as it lies in a ZIP at hand. */
export type FoundFile = { readonly path: string; readonly sizeBytes: number; readonly sha256: string };

/** What is wrong with one file of a bundle. */
export type FileProblem = { readonly path: string; readonly problem: 'missing' | 'changed' | 'unlisted' | 'twice' };

export type ManifestCheck = {
  readonly manifest: Manifest;
  readonly problems: readonly FileProblem[];
  /** Paths that an operating system put there by itself. They are no part of the bundle and change nothing in it. */
  readonly addedBySystem: readonly string[];
};

/**
 * Checks a bundle: its signature first, since without it the manifest is only a claim, then every file against the manifest.
 * @param signature raw Ed25519, 64 bytes, over the manifest's bytes
 * @param found every file of the ZIP, the manifest and its signature among them
 */
export function verifyManifest(
  bytes: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
  found: readonly FoundFile[],
): Result<ManifestCheck, 'badSignature' | 'notAManifest'> {
  if (publicKey.asymmetricKeyType !== 'ed25519' || !verify(null, bytes, publicKey, signature))
    return refuse('badSignature');
  const parsed = manifestSchema.safeParse(parseJson(bytes));
  if (!parsed.success) return refuse('notAManifest', parsed.error.issues[0]?.path.join('.'));
  return ok({ manifest: parsed.data, ...compareFiles(parsed.data, found) });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

// What macOS, Windows and desktops leave in folders that were opened or packed.
const SYSTEM_FILE =
  /(^|\/)(\.DS_Store|\._[^/]*|\.localized|\.directory|desktop\.ini|Thumbs\.db|ehthumbs\.db|Icon\r)$|^(__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd)\//iu;

function compareFiles(
  manifest: Manifest,
  found: readonly FoundFile[],
): Pick<ManifestCheck, 'problems' | 'addedBySystem'> {
  const { files: listed } = manifest;
  const further = manifest.format === 'rightsdesk-bundle/3' ? manifest.signature.also : [];
  const inZip = new Map(found.map((file) => [file.path, file]));
  const known = new Set([MANIFEST_PATH, SIGNATURE_PATH, ...further, ...listed.map(({ path }) => path)]);
  // Two entries of one name: a reader takes one of them, and nobody says which.
  const twice = found
    .filter((file) => inZip.get(file.path) !== file)
    .map(({ path }): FileProblem => ({ path, problem: 'twice' }));
  const wrong = listed.flatMap(({ path, sha256, sizeBytes }): FileProblem[] => {
    const file = inZip.get(path);
    if (!file) return [{ path, problem: 'missing' }];
    return file.sha256 === sha256 && file.sizeBytes === sizeBytes ? [] : [{ path, problem: 'changed' }];
  });
  const unsigned = further
    .filter((path) => !inZip.has(path))
    .map((path): FileProblem => ({ path, problem: 'missing' }));
  const unknown = [...inZip.keys()].filter((path) => !known.has(path));
  const unlisted = unknown
    .filter((path) => !SYSTEM_FILE.test(path))
    .map((path): FileProblem => ({ path, problem: 'unlisted' }));
  return {
    problems: [...twice, ...wrong, ...unsigned, ...unlisted],
    addedBySystem: unknown.filter((path) => SYSTEM_FILE.test(path)),
  };
}
