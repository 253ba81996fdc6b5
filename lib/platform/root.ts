import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Where a module lies says nothing once it is bundled: the folder is known by the file that starts every command.
const MARK = join('lib', 'cli', 'rightsdesk.js');

function folderAbove(file: string): string {
  const folder = dirname(file);
  if (existsSync(join(folder, MARK))) return folder;
  if (folder === dirname(folder)) throw new Error(`No folder above this module holds ${MARK}`);
  return folderAbove(folder);
}

/** The folder of Rightsdesk, absolute: files that are read as they lie there (migrations, fonts, style sheets) are named from it. */
export const ROOT = folderAbove(fileURLToPath(import.meta.url));
