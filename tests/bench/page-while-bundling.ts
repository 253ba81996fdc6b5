import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { answersOf, caseOf, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { controller } from '@/lib/platform/controllers/registry';
import { closeDb, db } from '@/lib/platform/db/client';
import { freePort } from '@/lib/platform/ports';
import { ALICE, BOB, must, grantAll } from '@/tests/integration/requests/walk';
import { startUp } from '@/tests/support/running-instance';
import type { Ratio } from './measure';

const HEAVY = 'heavy@example.lu';
const QUIET_MS = 10_000;
const PAUSE_MS = 20;

/** How long a light page takes at worst, one in a hundred left out, while the copy of the demo's heavy person is made, against a quiet instance. */
export async function pageWhileBundling(): Promise<Ratio> {
  const own = mkdtempSync(path.join(tmpdir(), 'rightsdesk-bench-'));
  // The database server may run as somebody else, who has to get through.
  chmodSync(own, 0o711);
  const folder = path.join(own, 'data');
  const instance = await startUp(folder, await freePort(), { calls: 100_000 });
  if (!('facts' in instance)) throw new Error(instance.said);
  try {
    Object.assign(process.env, instance.facts.env);
    const page = `${instance.facts.baseUrl}/callsapp`;
    const peak = () => peakOf(folder);
    await timesOf(page, async (since) => since > QUIET_MS / 4);
    const quiet = p99(await timesOf(page, async (since) => since > QUIET_MS));
    const quietPeak = peak();
    const caseId = await approvedCase();
    const busy = p99(await timesOf(page, async () => (await caseRow(caseId))?.state === 'ready'));
    const ratio = busy / quiet;
    return {
      name: 'page-while-bundling',
      subject: 'a light page, p99, while a copy of 100,000 records is made',
      baseline: 'the same page before',
      ratio,
      growth: ratio,
      memory: peak() / quietPeak,
      peakRssMb: peak(),
    };
  } finally {
    await closeDb();
    await instance.stop();
    rmSync(own, { recursive: true, force: true });
  }
}

/** Milliseconds of each visit, one after the other, until `over` says so. */
async function timesOf(page: string, over: (sinceMs: number) => Promise<boolean>): Promise<number[]> {
  const [times, began]: [number[], number] = [[], performance.now()];
  while (!(await over(performance.now() - began))) {
    const from = performance.now();
    const answer = await fetch(page);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${page} answers ${answer.status}`);
    times.push(performance.now() - from);
    await sleep(PAUSE_MS);
  }
  return times;
}

const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;

/** Peak memory of the web process in MiB, as Linux keeps it; not known elsewhere. */
function peakOf(folder: string): number {
  const { web } = JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8')) as { web: number };
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${web}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

/** The demo's heavy person from confirmed to approved, by the real worker. */
async function approvedCase(): Promise<string> {
  const caseId = await heavyCase();
  await must(caseId, { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' });
  const started = await startCollection(caseId as AuthorizedCaseId, ALICE);
  if (!started.ok) throw new Error(started.reason);
  while ((await caseRow(caseId))?.state !== 'reviewing') await sleep(200);
  await leaveAllShown(caseId);
  const row = (await caseRow(caseId))!;
  const rules = rulesOf(row, await calendarsInForce());
  const confirmed = new Map(
    caseOf(row).rights.map((item) => [item.right as string, rules.contents(item, 'granted').map(({ id }) => id)]),
  );
  await grantAll(caseId, ({ right }) => confirmed.get(right) ?? []);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  return caseId;
}

/** What the data map leaves to a person. */
async function leaveAllShown(caseId: string): Promise<void> {
  const found = new Set(
    (await db().sourceResult.findMany({ where: { caseId, result: 'found' } })).map(({ collectionId }) => collectionId),
  );
  for (const { id: collectionId, fields } of collectionsOf(controller('callsapp').dataMap)) {
    if (!found.has(collectionId)) continue;
    for (const { name: field, otherPerson } of fields) {
      if (otherPerson?.rule === 'decide')
        await must(caseId, { type: 'KeepShown', keptId: randomUUID(), collectionId, recordNo: null, field });
    }
  }
}

async function heavyCase(): Promise<string> {
  for (const { id } of await db().case.findMany({ select: { id: true } })) {
    const row = await caseRow(id);
    if (row && (await answersOf(row)).email === HEAVY) return id;
  }
  throw new Error('The demo has no heavy person');
}
