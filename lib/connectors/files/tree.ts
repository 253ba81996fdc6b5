/** `other`: a link, or something that is neither. */
export type Entry = { readonly name: string; readonly kind: 'file' | 'folder' | 'other' };

/**
 * Folders and files below one place. A folder is written with its slash, the place itself as nothing; every name in a path was found there or
 * stands in the map, and none was made from what somebody is looked for by. Every call throws SourceError.
 */
export interface FileTree {
  /** What lies in a folder, in an order that is the same each time; nothing where it is not there. */
  entriesIn(folder: string): Promise<Entry[]>;
  has(at: string, kind: 'file' | 'folder'): Promise<boolean>;
  sizeOf(file: string): Promise<number>;
  /** The bytes as they come; fails where the file becomes another while it is read. */
  bytesOf(file: string): AsyncIterable<Buffer>;
  /** Removes a file, which may have gone already, and of the folders above it those that are empty then. @param shared that are left, from the top */
  remove(file: string, shared: number): Promise<void>;
}

/** A place whose files can be read. `name` says to an operator where it is. */
export type FilePlace = {
  readonly name: string;
  /** @param signal ends every call */
  open(signal: AbortSignal): Promise<FileTree>;
  close(): Promise<void>;
};

/** The folders above a file from the nearest up, down to how many are shared. */
export function ownFolders(file: string, shared: number): string[] {
  const names = file.split('/').slice(0, -1);
  return names.flatMap((_, above) =>
    names.length - above > shared ? [`${names.slice(0, names.length - above).join('/')}/`] : [],
  );
}
