import { constants } from 'node:fs';
import { type FileHandle, lstat, open, opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SourceError } from '../port';

/** What went wrong with a file. Its name stays in `cause` only: it may be a person's. */
export function fileError(cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  const { code = '', name = '' } = cause as { code?: string; name?: string };
  if (name === 'TimeoutError') return new SourceError('timeout', 'it took longer than the data map allows', { cause });
  if (name === 'AbortError') return new SourceError('interrupted', 'we were told to stop', { cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new SourceError('denied', `the account that Rightsdesk runs under may not do that there (${code})`, {
      cause,
    });
  if (code === 'ELOOP') return new SourceError('badMap', LINK, { cause });
  return new SourceError('interrupted', `a file could not be read to its end${code === '' ? '' : ` (${code})`}`, {
    cause,
  });
}

const LINK =
  'a link, or something that is no file, lies where files are expected; what it leads to may be anybody’s, so nothing is read: put the file itself there';

/** The folder of a system, with its links resolved. @throws SourceError */
export async function rootOf(address: string): Promise<string> {
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

/** The names in a folder in an order that is the same each time; none where it is not there. @throws SourceError where it is a link */
export async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    const own = await lstat(folder);
    if (own.isSymbolicLink()) throw new SourceError('badMap', LINK);
    if (!own.isDirectory()) return [];
    for await (const entry of await opendir(folder)) names.push(entry.name);
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return [];
    throw fileError(cause);
  }
  return names.sort();
}

/** Whether something at a path is a file, a folder, or nothing. @throws SourceError where it is a link, or nothing that could be read */
export async function kindAt(file: string): Promise<'file' | 'folder' | null> {
  const found = await lstat(file).catch((cause: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes((cause as { code?: string }).code ?? '')) return null;
    throw fileError(cause);
  });
  if (found === null) return null;
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  throw new SourceError('badMap', LINK);
}

/** Opens a file for reading where it really lies, never through a link. @throws SourceError */
export async function openFile(root: string, file: string): Promise<FileHandle> {
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) throw new SourceError('badMap', LINK);
  try {
    // A folder on the way may have become a link since it was looked at.
    if ((await realpath(file)) !== file) throw new SourceError('badMap', LINK);
    return await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw fileError(cause);
  }
}

/** The bytes of a file as they come. @throws SourceError where it becomes another while it is read */
export async function* bytesOf(root: string, file: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await openFile(root, file);
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw new SourceError('badMap', LINK);
    let read = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false, signal })) {
      read += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    const after = await handle.stat();
    if (read !== after.size || after.mtimeMs !== before.mtimeMs)
      throw new SourceError('interrupted', 'a file was written while it was read');
  } catch (cause) {
    throw fileError(signal.aborted ? signal.reason : cause);
  } finally {
    await handle.close();
  }
}
