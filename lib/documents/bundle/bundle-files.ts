import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { openPromise } from 'yauzl';
import { MANIFEST_PATH } from '@/lib/domain/bundle/manifest';

/** A file of a bundle at hand, by its path from where the manifest lies. */
export type BundleFile = { readonly path: string; readonly sizeBytes: number; readonly open: () => Promise<Readable> };

/** The files of a bundle, as a ZIP or as the folder it was unpacked into; either may hold the bundle one folder down. */
export async function withBundleFiles<T>(
  place: string,
  then: (files: readonly BundleFile[]) => Promise<T>,
): Promise<T> {
  return (await stat(place)).isDirectory() ? then(await filesOfFolder(place)) : withFilesOfZip(place, then);
}

async function withFilesOfZip<T>(file: string, then: (files: readonly BundleFile[]) => Promise<T>): Promise<T> {
  // Files are read after all of them are named: the archive must not close itself at its last entry.
  const zip = await openPromise(file, { autoClose: false });
  try {
    const files: BundleFile[] = [];
    for await (const entry of zip.eachEntry()) {
      // A folder has no content to check.
      if (!entry.fileName.endsWith('/'))
        files.push({
          path: entry.fileName,
          sizeBytes: entry.uncompressedSize,
          open: () => zip.openReadStreamPromise(entry),
        });
    }
    return await then(fromTopFolder(files));
  } finally {
    zip.close();
  }
}

/** Whoever packs an unpacked bundle again packs its folder with it: paths then begin at that folder. */
function fromTopFolder(files: readonly BundleFile[]): readonly BundleFile[] {
  if (files.some((file) => file.path === MANIFEST_PATH)) return files;
  const tops = files.flatMap((file) =>
    /^[^/]+\/manifest\.json$/u.test(file.path) ? [file.path.slice(0, -MANIFEST_PATH.length)] : [],
  );
  const [top, ...others] = tops.filter((name) => !name.startsWith('__MACOSX/'));
  if (top === undefined || others.length > 0) return files;
  return files.map((file) => (file.path.startsWith(top) ? { ...file, path: file.path.slice(top.length) } : file));
}

async function filesOfFolder(place: string): Promise<BundleFile[]> {
  const root = await rootOf(place);
  if (root === null) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const sizeBytes = (await stat(file)).size;
        return {
          path: path.relative(root, file).split(path.sep).join('/'),
          sizeBytes,
          open: () => Promise.resolve(createReadStream(file)),
        };
      }),
  );
}

/** The folder with the manifest: this one, or the one folder in it that has it. A folder of downloads is not searched any deeper. */
async function rootOf(place: string): Promise<string | null> {
  const entries = await readdir(place, { withFileTypes: true });
  if (entries.some(({ name }) => name === MANIFEST_PATH)) return place;
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) =>
        (await readdir(path.join(place, name))).includes(MANIFEST_PATH) ? [path.join(place, name)] : [],
      ),
  );
  const [root, ...others] = below.flat();
  return root !== undefined && others.length === 0 ? root : null;
}
