import path from 'node:path';
import { kindAt, namesIn } from './root';

/** A file that a path of the map leads to, and the values that stand in its path. */
export type FoundFile = {
  /** Where it lies. */
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
  root: string,
  written: string,
  belongs: (field: string, value: string) => boolean,
): AsyncGenerator<FoundFile> {
  const folder = written.endsWith('/');
  const parts = written
    .split('/')
    .filter((part) => part !== '')
    .map(partOf);
  yield* along(root, parts, {});

  async function* along(
    at: string,
    [part, ...rest]: readonly Part[],
    values: FoundFile['values'],
  ): AsyncGenerator<FoundFile> {
    if (part === undefined) {
      yield* ended(at, values);
      return;
    }
    const { field } = part;
    if (field === null) {
      // A name of the map is found in either Unicode form.
      for (const name of (await namesIn(at)).filter((one) => one.normalize('NFC') === part.before.normalize('NFC')))
        yield* along(path.join(at, name), rest, values);
      return;
    }
    for (const name of await namesIn(at)) {
      const value = valueIn(name, part);
      if (value !== null && belongs(field, value))
        yield* along(path.join(at, name), rest, { ...values, [field]: value });
    }
  }

  async function* ended(at: string, values: FoundFile['values']): AsyncGenerator<FoundFile> {
    const kind = await kindAt(at);
    if (!folder && kind === 'file') yield { file: at, name: path.basename(at), values };
    if (folder && kind === 'folder') yield* below(at, '', values);
  }

  async function* below(at: string, before: string, values: FoundFile['values']): AsyncGenerator<FoundFile> {
    for (const name of await namesIn(at)) {
      const file = path.join(at, name);
      if ((await kindAt(file)) === 'folder') yield* below(file, `${before}${name}/`, values);
      else yield { file, name: `${before}${name}`, values };
    }
  }
}
