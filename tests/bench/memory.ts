import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { buildCommands } from '@/lib/cli/build-commands';
import { startLongWorker } from '@/lib/cli/long-worker';
import { caseRow } from '@/lib/features/case-file/data/case';
import { benchInstance } from './bench-instance';
import { caseOfMany, decideOn } from './case';
import type { Ratio } from './measure';

const [FEW, MANY] = [100_000, 5_000_000];
const LOOK_EVERY_MS = 250;

/** What the worker of the long jobs holds in memory at most, at five million records over a hundred thousand. */
export async function memoryRatio(): Promise<Ratio> {
  const instance = await benchInstance();
  try {
    await buildCommands();
    const few = await peakOfWorker(instance.shop, 11, FEW);
    const many = await peakOfWorker(instance.shop, 12, MANY);
    return {
      name: 'memory',
      subject: `peak of the worker while ${MANY} records are collected and bundled`,
      baseline: `while ${FEW} are`,
      ratio: many / few,
      growth: 1,
      memory: many / few,
      peakRssMb: many,
    };
  } finally {
    await instance.stop();
  }
}

/** Takes one case from the source to the sealed copy by a worker of its own. @returns the peak of its process in MiB, as Linux keeps it */
async function peakOfWorker(shop: Client, customerId: number, records: number): Promise<number> {
  const caseId = await caseOfMany(shop, customerId, records);
  const worker = await startLongWorker();
  const pid = worker.pid();
  const until = async (state: string): Promise<void> => {
    while ((await caseRow(caseId))?.state !== state) {
      if (worker.pid() !== pid) throw new Error(`The worker ended before the case was ${state}`);
      await sleep(LOOK_EVERY_MS);
    }
  };
  try {
    await until('reviewing');
    await decideOn(caseId, records);
    await until('ready');
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } finally {
    await worker.stop();
  }
}
