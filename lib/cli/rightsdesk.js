#!/usr/bin/env node
// The entry of every command. It runs before anything is installed, so up to the last line it uses nothing but Node itself.
import { fileURLToPath } from 'node:url';
import { ensureDatabaseClient } from './bootstrap/client.js';
import { dependenciesMatch, installDependencies } from './bootstrap/dependencies.js';
import { nodeVersionProblem } from './bootstrap/node-version.js';
import { step } from './bootstrap/steps.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function prepare() {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem) throw new Error(problem);
  if (!dependenciesMatch(root)) {
    const install = (/** @type {(text: string) => void} */ note) => {
      note('packages from the lock file; this takes a minute or two');
      return installDependencies(root);
    };
    await step('install', install, () => 'packages as the lock file says');
  }
  await ensureDatabaseClient(root);
}

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
await import('tsx');
const { main } = await import('./main.ts');
await main(process.argv);
