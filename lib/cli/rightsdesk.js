#!/usr/bin/env node
// The entry of every command. It runs before anything is installed, so up to the last line it uses nothing but Node itself.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BUILT, isBuilt } from '../platform/built.js';
import { nodeVersionProblem } from './bootstrap/node-version.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

// These make what the others run on, so they look after packages and database client each time.
const MAKES = ['up', 'build', 'generate'];

async function makeReady() {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem) throw new Error(problem);
  if (!MAKES.includes(process.argv[2] ?? '') && isBuilt(root)) return true;
  const { prepare } = await import('./bootstrap/prepare.js');
  await prepare(root);
  return isBuilt(root);
}

/** @returns {Promise<typeof import('./main.ts')>} */
async function fromSources() {
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json');
  await import('tsx');
  return import('./main.ts');
}

const built = await makeReady().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const { main } = await (built ? import(pathToFileURL(join(root, BUILT, 'main.js')).href) : fromSources());
await main(process.argv);
