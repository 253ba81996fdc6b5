import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@/lib/platform/root';
import { runNode } from './bootstrap/steps.js';

const SOURCES = [
  'app',
  'lib',
  'emails',
  'prisma/schema',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
];
// Parts of lib the pages never load: a change there needs no new build.
const NOT_BUILT = /^lib[/\\](cli|demo|jobs)[/\\]/;

// Next salts the names of a form's actions with this key. Left to itself it makes a new one for each machine, and every page that is
// open during an update then sends a form that nobody knows. It guards values that an action closes over, and ours close over none.
const ACTION_NAMES = createHash('sha256').update('rightsdesk: names of actions').digest('base64');

function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function sourcesDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap(filesUnder)) {
    if (!NOT_BUILT.test(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/**
 * Builds the pages, unless they were built from exactly these sources before.
 * @param onLine is told each line the build prints
 */
export async function buildPages(onLine: (line: string) => void, signal?: AbortSignal): Promise<'built' | 'kept'> {
  const mark = join(ROOT, '.next', 'rightsdesk-digest');
  const digest = sourcesDigest();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return 'kept';
  const { code, output } = await runNode([join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_NAMES,
    },
    onLine,
    signal,
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${output.trim()}`);
  writeFileSync(mark, digest);
  return 'built';
}
