import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** The files of a ZIP, by path, in the order in which they lie in it. */
export async function filesOf(zipFile: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(zipFile);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}

/** Unpacks a ZIP into a folder, as a person would before opening it. */
export async function unpack(zipFile: string, folder: string): Promise<void> {
  for (const [name, bytes] of await filesOf(zipFile)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
}
