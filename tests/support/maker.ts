import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { instanceFacts } from './instance-facts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// The environment variable by which the set-up tells the tests where things are made for them.
const MAKER = 'RIGHTSDESK_E2E_MAKER';

/** Starts what makes cases, colleagues and commands in the instance's own database, with its own settings. @returns how to end it; it ends with this process too */
export async function startMaker(): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/e2e/pages-desk/make.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...instanceFacts().env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [port] = (await Promise.race([once(child, 'message'), exited])) as [unknown];
  if (!child.connected) throw new Error(`What makes things for the browser tests ended with ${String(port)}`);
  process.env[MAKER] = `http://127.0.0.1:${String(port)}`;
  return async () => {
    child.disconnect();
    await exited;
  };
}

/** Has something made. @param wanted as tests/e2e/pages-desk/make.ts takes it @throws Error with what went wrong there */
export async function make<T>(wanted: object): Promise<T> {
  const answer = await fetch(process.env[MAKER] ?? '', { method: 'POST', body: JSON.stringify(wanted) });
  const made: unknown = await answer.json();
  if (!answer.ok) throw new Error(String(made));
  return made as T;
}
