import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './steps.js';

/**
 * Whether node_modules holds exactly what the lock file says, for this machine, with what builds and checks.
 * @param {string} root the checkout
 */
export function dependenciesMatch(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  // npm counts what another package would like to find as optional, Prisma's own command for one, also where we name it ourselves.
  const { dependencies, devDependencies } = locked[''];
  const named = new Set(Object.keys({ ...dependencies, ...devDependencies }).map((name) => `node_modules/${name}`));
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found) return found.version === wanted.version;
    return !named.has(path) && (wanted.optional || wanted.devOptional);
  });
}

/**
 * Installs from the lock file, also what builds, whatever NODE_ENV says; no package runs code of its own while that happens (.npmrc).
 * @param {string} root
 */
export async function installDependencies(root) {
  const npm = process.env.npm_execpath ?? besideNode();
  if (!npm) throw new Error('npm was not found beside Node: run "npm ci" in this folder once, then start again.');
  const { code, output } = await runNode([npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`npm ci could not install the packages:\n${output.trim()}`);
}

/** npm as it comes with Node, when the command was not started through npm itself. */
function besideNode() {
  const folder = join(process.execPath, '..');
  return [join(folder, '..', 'lib', 'node_modules'), join(folder, 'node_modules')]
    .map((modules) => join(modules, 'npm', 'bin', 'npm-cli.js'))
    .find((file) => existsSync(file));
}
