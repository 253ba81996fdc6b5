import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { buildBundle, requeueStuckBundles } from '@/lib/features/fulfilment/mutations/build-bundle';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { db } from '@/lib/platform/db/client';
import { Busy } from '@/lib/platform/db/exclusive';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { ALICE, BOB, kindsOf, leaveShown, logOf, must, ofThisPortal, taskOf } from '../requests/walk';
import { approved, HIDDEN, never } from './approved';

const instance = instanceOfFile();

/** When the queue would try again. */
const LATER = new Date('2026-11-22T12:00:00.000Z');

const ofShop = (caseId: string) => ({ caseId, task: { systemId: 'shop' } });

describe('a bundle that cannot be made', { timeout: 180_000 }, () => {
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it('is said in the log, leaves no file, and is made by a later try', async () => {
    const { caseId, bundleId } = await approved();
    const folder = `${instance.blobDir}/cases/${caseId}/bundles`;
    await mkdir(folder, { recursive: true });
    const part = await db().collectedPart.findFirstOrThrow({ where: { caseId } });
    const file = `${instance.blobDir}/${part.blobKey}`;
    const kept = await readFile(file);
    await writeFile(file, 'not what was sealed');
    await expect(buildBundle(bundleId, never, LATER)).rejects.toThrow();
    await writeFile(file, kept);
    const stop = new AbortController();
    stop.abort();
    await expect(buildBundle(bundleId, stop.signal, LATER)).rejects.toThrow();
    // A file where the folder should be: what a broken disk looks like from here.
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    await expect(buildBundle(bundleId, never, LATER)).rejects.toThrow(/ENOTDIR|EEXIST/);
    await rm(folder);
    await mkdir(folder);
    expect((await logOf(caseId)).slice(-3)).toMatchObject(
      [1, 2, 3].map((attempt) => ({ kind: 'BundleFailed', data: { bundleId, attempt, retryAt: LATER.toISOString() } })),
    );
    expect((await caseRow(caseId))?.state).toBe('preparing');
    expect(filesIn(folder)).toEqual([]);
    await buildBundle(bundleId, never);
    expect((await caseRow(caseId))?.state).toBe('ready');
    expect(filesIn(folder)).toHaveLength(1);
  });

  it('is taken up again once its tries are used up, and left alone while the queue will try it by itself', async () => {
    const { bundleId } = await approved();
    const jobs = () =>
      instance.sql.query('SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE key = $1', [
        `bundle:${bundleId}`,
      ]);
    await instance.sql.query('UPDATE graphile_worker._private_jobs SET attempts = 3 WHERE key = $1', [
      `bundle:${bundleId}`,
    ]);
    await requeueStuckBundles();
    expect((await jobs()).rows).toMatchObject([{ attempts: 3 }]);
    await instance.sql.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1', [
      `bundle:${bundleId}`,
    ]);
    await requeueStuckBundles();
    expect((await jobs()).rows).toMatchObject([{ attempts: 0 }]);
  });

  it('is given to a person when its last try fails, and made again when they say so', async () => {
    const { caseId, bundleId } = await approved();
    const folder = `${instance.blobDir}/cases/${caseId}/bundles`;
    await writeFile(folder, '');
    await buildBundle(bundleId, never);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: bundleId } })).toMatchObject({
      state: 'failed',
      failure: 'Error',
    });
    expect(await caseRow(caseId)).toMatchObject({ state: 'preparing', nextStep: 'mendBundle' });
    await rm(folder);
    await must(caseId, { type: 'RetryBundle' });
    await buildBundle(bundleId, never);
    expect((await caseRow(caseId))?.state).toBe('ready');
    expect((await kindsOf(caseId)).slice(-4)).toEqual([
      'BundleFailed',
      'BundleRetried',
      'BundleSealed',
      'NoticeQueued',
    ]);
  });

  it.each([
    [
      'the file of a part is gone',
      async (caseId: string) =>
        rm(`${instance.blobDir}/${(await db().collectedPart.findFirstOrThrow({ where: ofShop(caseId) })).blobKey}`),
    ],
    [
      'the row of a part is gone',
      async (caseId: string) =>
        db().collectedPart.delete({
          where: { id: (await db().collectedPart.findFirstOrThrow({ where: ofShop(caseId) })).id },
        }),
    ],
    [
      'a result says more than is kept',
      async (caseId: string) =>
        db().sourceResult.updateMany({ where: { caseId, collectionId: 'shop.invoice' }, data: { records: 3 } }),
    ],
    [
      'a result says that something was found and none of it',
      async (caseId: string) =>
        db().sourceResult.updateMany({
          where: { caseId, collectionId: 'shop.track' },
          data: { result: 'found', records: 0 },
        }),
    ],
    [
      'a result is gone and its parts are not',
      async (caseId: string) => db().sourceResult.deleteMany({ where: { caseId, collectionId: 'shop.invoice' } }),
    ],
    [
      'a system has not answered',
      async (caseId: string) =>
        db().collectionTask.updateMany({ where: { caseId, systemId: 'shop' }, data: { state: 'running' } }),
    ],
  ] as const)('is never sealed while %s: the desk collects again, and the copy is whole', async (_, spoil) => {
    const { caseId, bundleId } = await approved(HIDDEN.slice(0, 1));
    await spoil(caseId);
    await buildBundle(bundleId, never, LATER);
    expect(await caseRow(caseId)).toMatchObject({ state: 'preparing', nextStep: 'mendBundle' });
    expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'BundleFailed', data: { reason: 'recordsMissing' } });
    expect((await logOf(caseId)).at(-1)!.data).not.toHaveProperty('retryAt');
    await must(caseId, { type: 'CollectAgain', systemIds: ['shop'] });
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting' });
    expect(await db().redaction.count({ where: { caseId, undoneAt: null } })).toBe(0);
    expect(await db().shownValue.count({ where: { caseId, undoneAt: null } })).toBe(0);
    await collectFromSystem(await taskOf(caseId, 'shop'), never);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    const grant = {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: '',
      despiteHidden: 'Every value of theirs is in it.',
    } as const;
    expect(await handle(caseId, grant, ALICE)).toMatchObject({ ok: false, reason: 'valuesUndecided' });
    await leaveShown(caseId);
    await must(caseId, grant);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const again = await db().bundle.findFirstOrThrow({ where: { caseId, state: 'building' } });
    await buildBundle(bundleId, never);
    await buildBundle(again.id, never);
    // Nine of the shop, and what this portal keeps of the request.
    const recordsWritten = 9 + (await ofThisPortal(caseId));
    expect(
      await db().bundle.findMany({
        where: { caseId },
        orderBy: { createdAt: 'asc' },
        select: { id: true, state: true, recordsWritten: true },
      }),
    ).toEqual([
      { id: bundleId, state: 'dropped', recordsWritten: expect.any(Number) as number },
      { id: again.id, state: 'sealed', recordsWritten },
    ]);
  });

  it('is made by one process at a time, whoever else tries', async () => {
    const { caseId, bundleId } = await approved();
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => buildBundle(bundleId, never, LATER)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).not.toEqual([]);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Busy);
    expect((await kindsOf(caseId)).filter((kind) => kind.startsWith('Bundle'))).toEqual(['BundleSealed']);
    expect(filesIn(`${instance.blobDir}/cases/${caseId}/bundles`)).toHaveLength(1);
    await expect(
      db().bundle.createMany({
        data: ['building', 'failed'].map((state) => ({ id: randomUUID(), caseId, locale: 'en', state })),
      }),
    ).rejects.toThrow(/one_at_a_time/);
  });

  it('is not made for a case that was withdrawn meanwhile', async () => {
    const { caseId, bundleId } = await approved();
    await must(caseId, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: caseId });
    await buildBundle(bundleId, never);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: bundleId } })).toMatchObject({
      state: 'building',
      blobKey: null,
    });
    expect(await caseRow(caseId)).toMatchObject({ state: 'closed', closedHow: 'withdrawn' });
  });
});
