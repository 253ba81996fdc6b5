import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instanceFacts } from './instance-facts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OTHER = join(ROOT, '.rightsdesk', 'other-build');
const SOURCES = ['app', 'lib', 'emails', 'public', 'package.json', 'tsconfig.json', 'next.config.js'];

/** Builds the same pages once more, so that every action has another name: what an update does whose actions moved. @returns the folder */
export async function otherBuild(): Promise<string> {
  rmSync(OTHER, { recursive: true, force: true });
  mkdirSync(OTHER, { recursive: true });
  for (const source of SOURCES)
    if (existsSync(join(ROOT, source))) cpSync(join(ROOT, source), join(OTHER, source), { recursive: true });
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256').update('another').digest('base64'),
  };
  const build = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: OTHER,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The other build ended with ${code}`);
  return OTHER;
}

/** Serves a build's pages at this port, on the database of the running instance. */
export async function serveBuild(folder: string, port: number): Promise<{ stop: () => Promise<void> }> {
  const baseUrl = `http://localhost:${port}`;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/serve-build.ts', folder, String(port)],
    {
      cwd: ROOT,
      env: { ...process.env, ...instanceFacts().env, BASE_URL: baseUrl, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  const [said] = (await Promise.race([once(child, 'message'), exited])) as [unknown];
  if (said !== 'serving') throw new Error(`The pages of ${folder} are not served`);
  return {
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}

/** The build of the running instance. */
export const THIS_BUILD = ROOT;
