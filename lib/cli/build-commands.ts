import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '@/lib/platform/root';
import { BUILT, isBuilt, lastBuild, rememberBuild } from '@/lib/platform/built.js';
import { schemaFiles } from './bootstrap/client.js';

// A change here asks for new packages or a new database client, and so for a look at both before anything runs as it was built.
const ALSO_FROM = ['package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json', 'prisma/schema'];

/**
 * Builds the commands, the worker and the report's thread as JavaScript of ours alone, packages stay outside, in parts so that a command
 * loads only what it needs; nothing is done when they were built from exactly these sources.
 */
export async function buildCommands(): Promise<'built' | 'kept'> {
  if (isBuilt(ROOT)) return 'kept';
  const { build } = await import('esbuild');
  const before = lastBuild(ROOT)?.outputs ?? [];
  mkdirSync(join(ROOT, BUILT), { recursive: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { main: 'lib/cli/main.ts', thread: 'lib/documents/report/in-thread.ts' },
    outdir: BUILT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The names of errors are kept with jobs and in the log.
    keepNames: true,
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = Object.keys(metafile.outputs).map((file) => basename(file));
  // What runs since before this build may still load a part of the one before.
  const kept = new Set([...outputs, ...before]);
  for (const file of readdirSync(join(ROOT, BUILT)))
    if (!kept.has(file)) rmSync(join(ROOT, BUILT, file), { recursive: true });
  rememberBuild(ROOT, { sources: [...Object.keys(metafile.inputs), ...ALSO_FROM, ...schemaFiles(ROOT)], outputs });
  return 'built';
}
