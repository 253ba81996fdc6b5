import { constants, type Dirent } from 'node:fs';
import { type FileHandle, lstat, open, opendir, realpath, rmdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SourceError } from '../port';
import { fileError, LINK } from './failure';
import { type Entry, type FilePlace, type FileTree, ownFolders } from './tree';

/** The folder of a system, with its links resolved. @throws SourceError */
async function rootOf(address: string): Promise<string> {
  let folder: string;
  try {
    folder = address.startsWith('file:') ? fileURLToPath(address) : address;
  } catch (cause) {
    throw new SourceError('badMap', 'its variable holds no folder: write file:///srv/share', { cause });
  }
  if (!path.isAbsolute(folder))
    throw new SourceError('badMap', 'its variable holds no folder: write the whole path, as in file:///srv/share');
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw (cause as { code?: string }).code === 'ENOENT'
      ? new SourceError('unreachable', 'its folder is not there', { cause })
      : fileError(cause);
  }
  throw new SourceError('badMap', 'its variable names a file: name the folder that holds it');
}

const codeOf = (cause: unknown): string => (cause as { code?: string }).code ?? '';

const kindOf = (entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Entry['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** Files below a folder of this machine. Nothing is read through a link, whatever becomes of the folder meanwhile. */
class FolderTree implements FileTree {
  constructor(
    private readonly root: string,
    private readonly signal: AbortSignal,
  ) {}

  async entriesIn(folder: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    try {
      const own = await lstat(this.#at(folder));
      if (own.isSymbolicLink()) throw new SourceError('badMap', LINK);
      if (!own.isDirectory()) return [];
      for await (const entry of await opendir(this.#at(folder)))
        entries.push({ name: entry.name, kind: kindOf(entry) });
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return [];
      throw fileError(cause);
    }
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async has(at: string, kind: 'file' | 'folder'): Promise<boolean> {
    const found = await lstat(this.#at(at)).catch((cause: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause))) return null;
      throw fileError(cause);
    });
    if (found && kindOf(found) === 'other') throw new SourceError('badMap', LINK);
    return found !== null && kindOf(found) === kind;
  }

  async sizeOf(file: string): Promise<number> {
    return (
      await lstat(this.#at(file)).catch((cause: unknown) => {
        throw fileError(cause);
      })
    ).size;
  }

  async *bytesOf(file: string): AsyncGenerator<Buffer> {
    const handle = await this.#open(file);
    try {
      const before = await handle.stat();
      if (!before.isFile()) throw new SourceError('badMap', LINK);
      let read = 0;
      for await (const chunk of handle.createReadStream({ autoClose: false, signal: this.signal })) {
        read += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
      const after = await handle.stat();
      if (read !== after.size || after.mtimeMs !== before.mtimeMs)
        throw new SourceError('interrupted', 'a file was written while it was read');
    } catch (cause) {
      throw fileError(this.signal.aborted ? this.signal.reason : cause);
    } finally {
      await handle.close();
    }
  }

  async remove(file: string, shared: number): Promise<void> {
    try {
      // What is a link by now is somebody else's way to a file; what has gone has gone.
      if (!(await this.has(file, 'file'))) return;
      await unlink(this.#at(file));
      for (const folder of ownFolders(file, shared)) await rmdir(this.#at(folder));
    } catch (cause) {
      if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(cause))) return;
      throw fileError(cause);
    }
  }

  // Without the slash of a folder, which would have a link followed.
  #at(at: string): string {
    return path.join(this.root, at).replace(/(?<=.)\/$/, '');
  }

  /** Opens a file for reading where it really lies, never through a link. */
  async #open(name: string): Promise<FileHandle> {
    const file = this.#at(name);
    const inside = path.relative(this.root, file);
    if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) throw new SourceError('badMap', LINK);
    try {
      // A folder on the way may have become a link since it was looked at.
      if ((await realpath(file)) !== file) throw new SourceError('badMap', LINK);
      return await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (cause) {
      throw fileError(cause);
    }
  }
}

/** @param address `file:///srv/share`, or the whole path of the folder */
export const folderPlace = (address: string): FilePlace => ({
  name: address,
  open: async (signal) => new FolderTree(await rootOf(address), signal),
  close: async () => undefined,
});
