import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb, db, transaction } from '@/lib/platform/db/client';
import { databaseAnswers } from '@/lib/platform/db/pulse';
import type { RunningServer } from '@/lib/platform/embedded-postgres/server';
import { migrate } from '@/lib/platform/migrate';
import { throwAwayServer } from '@/tests/support/throw-away-server';

let server: RunningServer;
beforeAll(async () => {
  server = await throwAwayServer();
  await migrate(server.url('postgres'));
  const key = Buffer.alloc(32).toString('base64');
  Object.assign(process.env, {
    DATABASE_URL: server.url('postgres'),
    BASE_URL: 'https://rights.example.com',
    MASTER_KEYS: `first:${key}`,
    INDEX_KEY: key,
    SIGNING_KEY: '-----BEGIN PRIVATE KEY-----',
    NEXTAUTH_SECRET: 'n'.repeat(44),
  });
});
afterAll(async () => {
  await closeDb();
  await server.stop();
});

/** The postmaster and each of its sessions: all of them stand still, and the system keeps taking connections for them. */
const ofServer = (): number[] => [
  server.pid,
  ...execFileSync('ps', ['-o', 'pid=', '--ppid', String(server.pid)])
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number),
];

async function whileFrozen(work: () => Promise<void>): Promise<void> {
  const processes = ofServer();
  for (const pid of processes) process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    for (const pid of processes) process.kill(pid, 'SIGCONT');
  }
}

const count = () => db().rateLimit.count();
const hit = (key: string) => ({ data: { key, windowAt: new Date(), hits: 1 } });

describe('a database that hangs', () => {
  it('is told while it lasts, to everybody who asks, and told to be back as soon as it is', async () => {
    expect(await databaseAnswers()).toBe(true);
    await whileFrozen(async () => {
      // The last answer is good for a second.
      await sleep(1_100);
      expect(await Promise.all(Array.from({ length: 20 }, () => databaseAnswers()))).toEqual(
        Array.from({ length: 20 }, () => false),
      );
    });
    await expect.poll(() => databaseAnswers(), { timeout: 15_000, interval: 200 }).toBe(true);
  });

  it(
    'fails what waits for it after a bounded time, commits nothing half, and serves again by itself',
    { timeout: 120_000 },
    async () => {
      await count();
      let begun = (): void => undefined;
      const inside = new Promise<void>((resolve) => {
        begun = resolve;
      });
      let goOn = (): void => undefined;
      const frozen = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const half = transaction(async (tx) => {
        await tx.rateLimit.create(hit('half'));
        begun();
        await frozen;
        await tx.rateLimit.create(hit('other half'));
      });
      await inside;
      await whileFrozen(async () => {
        goOn();
        await expect(Promise.all([count(), half])).rejects.toThrow();
        await expect(half).rejects.toThrow();
        // The pool is used up by now: new connections are not let in either.
        await expect(count()).rejects.toThrow();
      });
      await expect.poll(() => count().catch(() => -1), { timeout: 20_000, interval: 200 }).toBe(0);
      await Promise.all(
        Array.from({ length: 20 }, (_, no) => transaction((tx) => tx.rateLimit.create(hit(`after ${no}`)))),
      );
      expect(await count()).toBe(20);
    },
  );
});
