import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export type WorkerProcess = {
  readonly pid: number;
  readonly said: string[];
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
};

/**
 * A worker as an operator starts it, with the settings of this process. Resolves when every kind of job is being done.
 * @param name by which the database knows its sessions
 */
export async function startWorkerProcess(only?: 'short' | 'long', name = 'worker'): Promise<WorkerProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['lib/cli/rightsdesk.js', 'worker', ...(only ? ['--only', only] : [])],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...process.env, PGAPPNAME: name, VITEST: '' } },
  );
  const said: string[] = [];
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let waitingFor = only ? 1 : 2;
  const started = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      said.push(line);
      if (line.includes('"workerStarted"') && --waitingFor === 0) resolve();
    });
    void exited.then(([code]) => reject(new Error(`The worker ended with ${code}: ${said.join('\n')}`)));
  });
  await started;
  return {
    pid: child.pid!,
    said,
    async kill(signal) {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}
