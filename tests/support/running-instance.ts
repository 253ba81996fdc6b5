import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InstanceFacts } from '@/lib/cli/up/instance';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type RunningInstance = {
  facts: InstanceFacts;
  pid: number;
  /** Interrupts it as Ctrl-C does. @returns its exit code */
  stop: () => Promise<number | null>;
};

export type FailedInstance = { code: number | null; said: string };

// Enough for a list that does not fit one page; the making of more is waited for by every start of an instance.
const FEW_CALLS = 2_000;

/**
 * Starts a complete instance with the real command.
 * @param calls how many call records the heavy person of the demo has
 * @returns what it printed when it is healthy, or how it ended when it did not start
 */
export async function startUp(
  folder: string,
  port: number,
  { env = process.env, calls = FEW_CALLS }: { env?: NodeJS.ProcessEnv; calls?: number } = {},
): Promise<RunningInstance | FailedInstance> {
  const child = spawn(
    process.execPath,
    [
      'lib/cli/rightsdesk.js',
      'up',
      '--json',
      '--port',
      String(port),
      '--data',
      folder,
      '--calls',
      String(calls),
      '--no-history',
    ],
    {
      cwd: ROOT,
      // The channel ends with this process, and the instance with the channel: a killed test run leaves nothing behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A run inside another environment must not reach the database of that one.
      env: { ...env, DATABASE_URL: '', RIGHTSDESK_DATA: '' },
    },
  );
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  (child.stderr as Readable).on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const started = once(createInterface({ input: child.stdout as Readable }), 'line') as Promise<[string]>;
  const first = await Promise.race([started, exited]);
  const [line] = first;
  if (typeof line !== 'string') return { code: line, said };
  return {
    facts: JSON.parse(line) as InstanceFacts,
    pid: child.pid as number,
    async stop() {
      // As one key does under npm: once from the terminal, once handed on.
      child.kill('SIGINT');
      child.kill('SIGINT');
      const [code] = await exited;
      return code;
    },
  };
}
