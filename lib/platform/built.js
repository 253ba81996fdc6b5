import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the commands lie as they are built, under the checkout. */
export const BUILT = 'dist';

const MARK = join(BUILT, 'built-from.json');

/**
 * What tells cheaply whether a file is the one that was built from: its size and when it was written. Null when there is none.
 * @param {string} file
 */
function lookOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs}` : null;
}

/**
 * What was written down at the last build, or null when there was none.
 * @param {string} root the checkout
 * @returns {{ sources: Record<string, string | null>, outputs: string[] } | null}
 */
export function lastBuild(root) {
  const mark = join(root, MARK);
  return existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')) : null;
}

/**
 * Remembers what the commands were built from.
 * @param {string} root the checkout
 * @param {{ sources: readonly string[], outputs: readonly string[] }} build paths under the checkout
 */
export function rememberBuild(root, { sources, outputs }) {
  const looks = Object.fromEntries(sources.map((file) => [file, lookOf(join(root, file))]));
  writeFileSync(join(root, MARK), JSON.stringify({ sources: looks, outputs }));
}

/**
 * Whether the commands can run as they were built. Where the packages that build are not installed, nobody works on the sources and what
 * was built counts as it is; elsewhere only when each source looks as it did then.
 * @param {string} root the checkout
 */
export function isBuilt(root) {
  const build = lastBuild(root);
  if (!build || !existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  if (!existsSync(join(root, 'node_modules', 'tsx'))) return true;
  return Object.entries(build.sources).every(([file, look]) => lookOf(join(root, file)) === look);
}
