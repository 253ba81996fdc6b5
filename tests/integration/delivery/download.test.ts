import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  downloadStream,
  endDownload,
  mailDeliveryCode,
  sendable,
  startDownload,
  verifyDelivery,
} from '@/lib/features/delivery/mutations';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { statusOf } from '@/lib/features/requester/data/status';
import { openSession, touchSession } from '@/lib/features/requester/mutations';
import type { RequesterSession } from '@/lib/features/requester/types';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { newestMail, otherCode } from '../requester/mailbox';
import { BOB, collecting, leaveShown, logOf, must, verified, grantAll } from '../requests/walk';

instanceOfFile();

const never = new AbortController().signal;
const inMinutes = (count: number): Date => new Date(Date.now() + count * 60_000);

async function sessionOf(
  caseId: string,
): Promise<{ secret: string; session: (at?: Date) => Promise<RequesterSession> }> {
  const secret = await openSession(db(), caseId, new Date());
  return {
    secret,
    async session(at = new Date()) {
      const session = await sessionBy(secret, 'chinook', at);
      if (!session) throw new Error('no session');
      return session;
    },
  };
}

/** A case whose copy is ready, and a browser of its requester's. */
async function ready() {
  const { caseId, taskId, reference } = await collecting();
  await collectFromSystem(taskId, never);
  await leaveShown(caseId);
  await grantAll(caseId);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const bundle = await db().bundle.findFirstOrThrow({ where: { caseId } });
  await buildBundle(bundle.id, never);
  return { caseId, reference, bundleId: bundle.id, ...(await sessionOf(caseId)) };
}

async function opened() {
  const one = await ready();
  const at = new Date();
  await mailDeliveryCode(one.caseId, at);
  const verifiedNow = await verifyDelivery(await one.session(), (await newestMail(one.caseId)).code, at);
  expect(verifiedNow.ok).toBe(true);
  return one;
}

const attemptsOf = async (caseId: string) =>
  (await db().downloadAttempt.findMany({ where: { caseId }, orderBy: { startedAt: 'asc' } })).map(
    ({ outcome }) => outcome,
  );
const deliveryLog = async (caseId: string) =>
  (await logOf(caseId)).filter(({ kind }) => kind.startsWith('Deliver') || kind === 'BundleDownloaded');

describe('opening the data', () => {
  it('needs the code of a fresh mail, and lasts half an hour', async () => {
    const { session } = await opened();
    expect((await session()).fresh).toBe(true);
    expect((await session(inMinutes(29))).fresh).toBe(true);
    await touchSession((await session()).sessionId, inMinutes(25));
    expect((await session(inMinutes(31))).fresh).toBe(false);
  });

  it('refuses a wrong code and logs it', async () => {
    const { caseId, session } = await ready();
    await mailDeliveryCode(caseId, new Date());
    expect(await verifyDelivery(await session(), otherCode((await newestMail(caseId)).code), new Date())).toEqual({
      ok: false,
      reason: 'wrong',
    });
    expect((await session()).fresh).toBe(false);
    expect((await deliveryLog(caseId)).map(({ kind, data }) => [kind, data.reason])).toEqual([
      ['DeliveryRefused', 'wrong'],
    ]);
  });

  it('refuses a code after half an hour', async () => {
    const { caseId, session } = await ready();
    await mailDeliveryCode(caseId, new Date());
    expect(await verifyDelivery(await session(), (await newestMail(caseId)).code, inMinutes(31))).toEqual({
      ok: false,
      reason: 'expired',
    });
  });

  it('sends five codes in an hour, and none where nothing is ready', async () => {
    const { caseId } = await ready();
    const sent = [];
    for (let tries = 0; tries < 6; tries += 1)
      sent.push(await mailDeliveryCode(caseId, new Date('2026-11-22T09:00:00Z')));
    expect(sent.map((one) => one.ok)).toEqual([true, true, true, true, true, false]);
    const { caseId: early } = await verified();
    expect(await mailDeliveryCode(early, new Date())).toEqual({ ok: false, reason: 'nothingReady' });
  });
});

describe('downloading', () => {
  it('hands over exactly the bytes that were sealed, and records start and end', async () => {
    const { caseId, bundleId, reference, session } = await opened();
    await db().notice.updateMany({ where: { caseId }, data: { state: 'sent', sentAt: new Date() } });
    const started = await startDownload(await session(), new Date());
    if (!started.ok) throw new Error(started.reason);
    expect(started.value.reference).toBe(reference);
    const bytes = Buffer.from(await new Response(await downloadStream(started.value)).arrayBuffer());
    const { sha256, sizeBytes } = await db().bundle.findUniqueOrThrow({ where: { id: bundleId } });
    expect(bytes.length).toBe(Number(sizeBytes));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(await attemptsOf(caseId)).toEqual(['complete']);
    expect(
      (await deliveryLog(caseId)).map(({ kind, data }) => [kind, data.complete ?? data.method, data.sentBytes]),
    ).toEqual([
      ['DeliveryVerified', 'emailCode', undefined],
      ['BundleDownloaded', false, 0],
      ['BundleDownloaded', true, bytes.length],
    ]);
    expect((await statusOf(caseId as never, new Date())).story.at(-1)?.kind).toBe('downloaded');
    // Whoever has the copy is waited for no longer.
    expect(await db().case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ nextStep: 'close' });
  });

  it('that the other side breaks off is recorded as that', async () => {
    const { caseId, session } = await opened();
    const started = await startDownload(await session(), new Date());
    if (!started.ok) throw new Error(started.reason);
    const reader = (await downloadStream(started.value))!.getReader();
    await reader.cancel();
    expect(await attemptsOf(caseId)).toEqual(['interrupted']);
    expect((await deliveryLog(caseId)).at(-1)?.data).toMatchObject({ complete: false });
  });

  it('that breaks off with all but the last byte taken is not complete', async () => {
    const { caseId, session } = await opened();
    const started = await startDownload(await session(), new Date());
    if (!started.ok) throw new Error(started.reason);
    const reader = (await downloadStream(started.value))!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    expect(value?.byteLength).toBe(started.value.sizeBytes - 1);
    expect(await attemptsOf(caseId)).toEqual(['interrupted']);
  });

  it('in two ranges is the whole, and only then is it sent', async () => {
    const { caseId, session } = await opened();
    const part = async (from: number, to: number) => {
      const started = await startDownload(await session(), new Date(), { from, to });
      if (!started.ok) throw new Error(started.reason);
      return Buffer.from(await new Response(await downloadStream(started.value)).arrayBuffer());
    };
    const bundle = await db().bundle.findFirstOrThrow({ where: { caseId } });
    const size = Number(bundle.sizeBytes);
    const end = await part(100, size - 1);
    expect((await statusOf(caseId as never, new Date())).story.some(({ kind }) => kind === 'downloaded')).toBe(false);
    const whole = Buffer.concat([await part(0, 99), end]);
    expect(createHash('sha256').update(whole).digest('hex')).toBe(bundle.sha256);
    expect(await attemptsOf(caseId)).toEqual(['interrupted', 'complete']);
  });

  it('that is only asked about records nothing', async () => {
    const { caseId, session } = await opened();
    const { sizeBytes, sha256 } = await db().bundle.findFirstOrThrow({ where: { caseId } });
    expect(await sendable(await session(), new Date())).toMatchObject({
      ok: true,
      value: { sizeBytes: Number(sizeBytes), sha256 },
    });
    expect(await sendable(await session(inMinutes(29)), inMinutes(29))).toMatchObject({ ok: true });
    expect(await attemptsOf(caseId)).toEqual([]);
  });

  it('whose end nobody recorded is ended by the sweep, and a late word of it changes nothing', async () => {
    const { caseId, session } = await opened();
    const started = await startDownload(await session(), new Date());
    if (!started.ok) throw new Error(started.reason);
    await removeExpired(inMinutes(25 * 60));
    expect(await attemptsOf(caseId)).toEqual(['interrupted']);
    await endDownload(started.value, started.value.sizeBytes, inMinutes(26 * 60));
    expect(await attemptsOf(caseId)).toEqual(['interrupted']);
  });

  it('is refused without a fresh proof, and that is on record', async () => {
    const { caseId, session } = await ready();
    expect(await startDownload(await session(), new Date())).toEqual({ ok: false, reason: 'notFresh' });
    expect(await attemptsOf(caseId)).toEqual(['notFresh']);
    expect((await deliveryLog(caseId)).map(({ kind, data }) => [kind, data.reason])).toEqual([
      ['DeliveryRefused', 'notFresh'],
    ]);
  });

  it('is refused once its days are over, before and after the file is destroyed', async () => {
    const { caseId, bundleId, session } = await opened();
    await db().bundle.update({ where: { id: bundleId }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await startDownload(await session(), new Date())).toEqual({ ok: false, reason: 'expired' });
    await removeExpired();
    expect(await startDownload(await session(), new Date())).toEqual({ ok: false, reason: 'expired' });
    expect((await statusOf(caseId as never, new Date())).bundle?.id).toBe(bundleId);
  });

  it('has nothing to give before the answer', async () => {
    const { caseId } = await verified();
    const { session } = await sessionOf(caseId);
    expect(await startDownload(await session(), new Date())).toEqual({ ok: false, reason: 'nothingReady' });
  });
});
