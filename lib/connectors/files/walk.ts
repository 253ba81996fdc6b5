import { SourceError } from '../port';
import { LINK } from './failure';
import type { Entry, FileTree } from './tree';

/** A file that a path of the map leads to, and the values that stand in its path. */
export type FoundFile = {
  /** Where it lies in the tree. */
  readonly file: string;
  /** How it is called below what the path names: its own name, or where it lies in the folder. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
};

/** One name of a path: what stands before and behind the value, or just a name. */
type Part = { readonly before: string; readonly field: string | null; readonly after: string };

const partOf = (written: string): Part => {
  const [, before, field, after] = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/.exec(written) ?? [];
  return field === undefined
    ? { before: written, field: null, after: '' }
    : { before: before ?? '', field, after: after ?? '' };
};

/** The value in a name, whatever the Unicode form in which the file system keeps it; null where the name is another. */
function valueIn(name: string, { before, after }: Part): string | null {
  const [own, head, tail] = [name.normalize('NFC'), before.normalize('NFC'), after.normalize('NFC')];
  return own.length > head.length + tail.length && own.startsWith(head) && own.endsWith(tail)
    ? own.slice(head.length, own.length - tail.length)
    : null;
}

/**
 * Every file that a path leads to for somebody. A value is only ever compared with names that are there, and never made into a path: whatever is
 * looked for, nothing outside can be.
 * @param belongs whether a value that stands in a name is one that is looked for
 */
export async function* walk(
  tree: FileTree,
  written: string,
  belongs: (field: string, value: string) => boolean,
): AsyncGenerator<FoundFile> {
  const isFolder = written.endsWith('/');
  const parts = written
    .split('/')
    .filter((part) => part !== '')
    .map(partOf);
  yield* along('', parts, {});

  async function* along(
    at: string,
    [part, ...rest]: readonly Part[],
    values: FoundFile['values'],
  ): AsyncGenerator<FoundFile> {
    if (part === undefined) {
      yield* below(at, '', values);
      return;
    }
    const isFile = rest.length === 0 && !isFolder;
    for (const entry of await tree.entriesIn(at)) {
      const more = valuesIn(entry.name, part, belongs);
      if (more === null || !expected(entry, isFile ? 'file' : 'folder')) continue;
      const found = { ...values, ...more };
      if (isFile) yield { file: `${at}${entry.name}`, name: entry.name, values: found };
      else yield* along(`${at}${entry.name}/`, rest, found);
    }
  }

  async function* below(at: string, before: string, values: FoundFile['values']): AsyncGenerator<FoundFile> {
    for (const entry of await tree.entriesIn(at)) {
      const { name } = entry;
      if (expected(entry, 'folder')) yield* below(`${at}${name}/`, `${before}${name}/`, values);
      else yield { file: `${at}${name}`, name: `${before}${name}`, values };
    }
  }
}

/** What a name says where it is part of the path; null where it is another. A name of the map is found in either Unicode form. */
function valuesIn(
  name: string,
  part: Part,
  belongs: (field: string, value: string) => boolean,
): FoundFile['values'] | null {
  if (part.field === null) return name.normalize('NFC') === part.before.normalize('NFC') ? {} : null;
  const value = valueIn(name, part);
  return value !== null && belongs(part.field, value) ? { [part.field]: value } : null;
}

/** @throws SourceError for what is no file and no folder: what it leads to may be anybody's */
function expected({ kind }: Entry, wanted: 'file' | 'folder'): boolean {
  if (kind === 'other') throw new SourceError('badMap', LINK);
  return kind === wanted;
}
