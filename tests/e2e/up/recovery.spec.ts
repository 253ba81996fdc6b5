import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Client } from 'pg';
import { freePort } from '@/lib/platform/ports';
import { isAlive } from '@/lib/platform/processes';
import { startUp, type RunningInstance } from '@/tests/support/running-instance';
import { test } from '../browser-test';

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-recovery-'));
  chmodSync(folder, 0o711);
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const data = (): string => join(folder, 'data');

async function started(port: number): Promise<RunningInstance> {
  const instance = await startUp(data(), port);
  if ('said' in instance) throw new Error(instance.said);
  return instance;
}

type Processes = { web: number; worker: number };

const processes = (): Processes => JSON.parse(readFileSync(join(data(), 'processes.json'), 'utf8')) as Processes;
const postmaster = (): number =>
  Number(readFileSync(join(data(), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function staff(instance: RunningInstance): Promise<string[]> {
  const client = new Client({ connectionString: instance.facts.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ email: string }>('SELECT email FROM "StaffMember" ORDER BY "createdAt", email');
  await client.end();
  return rows.map(({ email }) => email);
}

test('an instance survives whatever is killed, and Ctrl-C leaves nothing running', async () => {
  // Four complete starts.
  test.setTimeout(400_000);
  const port = await freePort();
  const first = await started(port);
  const people = await staff(first);
  expect(people).toContain('desk@example.com');

  const second = await startUp(data(), await freePort());
  expect(second).toMatchObject({ code: 1, said: expect.stringMatching(/already runs from .* \(process \d+\)/) });

  // One process: it comes back while the rest runs on.
  const { web } = processes();
  process.kill(web, 'SIGKILL');
  await expect.poll(() => processes().web).not.toBe(web);
  await expect
    .poll(() =>
      fetch(`${first.facts.baseUrl}/api/health`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);

  // The command itself: what it started ends or is found by the next start.
  const orphans = processes();
  process.kill(first.pid, 'SIGKILL');
  const third = await started(port);
  expect(isAlive(orphans.web) || isAlive(orphans.worker)).toBe(false);
  expect(await staff(third)).toEqual(people);

  // Everything at once.
  const all = [third.pid, ...Object.values(processes()), postmaster()];
  for (const pid of all) process.kill(pid, 'SIGKILL');
  const fourth = await started(port);
  expect(await staff(fourth)).toEqual(people);
  expect((await fetch(`${fourth.facts.baseUrl}/api/health`)).status).toBe(200);

  const running = [...Object.values(processes()), postmaster()];
  expect(await fourth.stop()).toBe(0);
  expect(running.filter(isAlive)).toEqual([]);
});

test('a port in use is one sentence, before anything is started', async () => {
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  const failed = await startUp(data(), port);
  holder.close();
  expect(failed).toEqual({
    code: 1,
    said: `Port ${port} is used by another program: stop that program, or start with --port and another number.\n`,
  });
});
