import { setTimeout } from 'node:timers/promises';
import type { AuditEventData } from '@/lib/domain/log/schema';
import { type ByteRange, isWhole } from '@/lib/domain/fulfilment/byte-range';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { caseRow } from '@/lib/features/case-file/data/case';
import { enqueueWaitingErasure } from '@/lib/features/case-file/upkeep/erasing';
import { recount } from '@/lib/features/case-file/upkeep/projection';
import { redeemCode } from '@/lib/features/confirmation/mutations';
import type { TokenRefusal } from '@/lib/features/confirmation/types';
import { logRefusal, logRequester, mailToken } from '@/lib/features/requester/mutations';
import type { RequesterSession } from '@/lib/features/requester/types';
import { readBlob } from '@/lib/platform/blobs';
import { db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { openText, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { newestBundle } from './data';
import type { Download, DownloadOutcome, DownloadRefusal, Sendable } from './types';

/** How long the data stay open after the mailbox was proved afresh. */
const FRESH_MINUTES = 30;
const CODES_PER_HOUR = 5;

const aboutCase = { select: { id: true, controllerId: true, reference: true } } as const;

function whyNot(
  { blobKey, expiresAt }: { blobKey: string | null; expiresAt: Date | null },
  session: RequesterSession,
  at: Date,
): 'expired' | 'notFresh' | null {
  if (blobKey === null || expiresAt === null || expiresAt <= at) return 'expired';
  return session.fresh ? null : 'notFresh';
}

/** What could be sent to this session now. Records nothing: nothing leaves. */
export async function sendable(session: RequesterSession, at: Date): Promise<Result<Sendable, DownloadRefusal>> {
  const [bundle, row] = await Promise.all([
    newestBundle(session.caseId),
    db().case.findUniqueOrThrow({ where: { id: session.caseId }, ...aboutCase }),
  ]);
  if (!bundle?.expiresAt) return refuse('nothingReady');
  const reason = whyNot(bundle, session, at);
  return reason
    ? refuse(reason)
    : ok({ reference: row.reference, sizeBytes: Number(bundle.sizeBytes ?? 0), sha256: bundle.sha256 ?? '' });
}

/** Mails the code that opens the data. @returns `tooMany` where enough have been sent in this hour. */
export async function mailDeliveryCode(caseId: string, at: Date): Promise<Result<null, 'tooMany' | 'nothingReady'>> {
  if (!(await withinLimit('deliveryCode', caseId, CODES_PER_HOUR, 3600, at))) return refuse('tooMany');
  return transaction(async (tx) => {
    const row = await caseRow(caseId, tx);
    const copies = await tx.bundle.count({ where: { caseId, state: 'sealed', expiresAt: { gt: at } } });
    const certificates = await tx.erasure.count({ where: { caseId, state: 'proved' } });
    const statements = await tx.statement.count({ where: { caseId, madeAt: { not: null } } });
    const corrections = await tx.effect.count({
      where: { caseId, step: { in: ['rectify', 'supplement'] }, confirmedAt: { not: null } },
    });
    if (!row?.key?.wrappedKey || row.mandate?.answer === 'stopped') return refuse('nothingReady');
    const files = await tx.messageFile.count({ where: { caseId, message: { author: { in: ['requester', 'desk'] } } } });
    if (copies + certificates + statements + corrections + files === 0) return refuse('nothingReady');
    await mailToken(tx, row, 'deliveryCode', at);
    return ok(null);
  });
}

/** Opens the data to a session for half an hour, by the code from the mail. What happens is logged either way. */
export function verifyDelivery(session: RequesterSession, code: string, at: Date): Promise<Result<null, TokenRefusal>> {
  return transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: session.caseId }, ...aboutCase });
    const used = await redeemCode(tx, { caseId: session.caseId, purpose: 'deliveryCode', code, at });
    if (!used.ok) {
      if (used.reason !== 'malformed')
        await logRefusal(tx, row, { kind: 'DeliveryRefused', data: { reason: used.reason } }, at);
      return used;
    }
    await tx.requesterSession.update({
      where: { id: session.sessionId },
      data: { freshUntil: new Date(at.getTime() + FRESH_MINUTES * 60_000) },
    });
    await logRequester(
      tx,
      row,
      { kind: 'DeliveryVerified', data: { deliveryId: used.value, method: 'emailCode' } },
      at,
    );
    return ok(null);
  });
}

/** The certificate of what was erased for this case, to a session whose mailbox was proved afresh. That it leaves is recorded. */
export function takeCertificate(
  session: RequesterSession,
  at: Date,
): Promise<Result<{ readonly reference: string; readonly zip: Buffer }, DownloadRefusal>> {
  return transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: session.caseId }, include: { key: true } });
    const erasure = await tx.erasure.findFirst({
      where: { caseId: row.id, state: 'proved' },
      orderBy: { provedAt: 'desc' },
    });
    if (!erasure?.sealedCertificateZip || !row.key?.wrappedKey) return refuse('nothingReady');
    if (!session.fresh) {
      await logRefusal(tx, row, { kind: 'DeliveryRefused', data: { reason: 'notFresh' } }, at);
      return refuse('notFresh');
    }
    await logRequester(tx, row, { kind: 'CertificateDownloaded', data: { erasureId: erasure.id } }, at);
    const key = unwrapCaseKey(row.key.wrappedKey);
    const zip = openText(key, erasure.sealedCertificateZip, `certificateZip:${erasure.id}`);
    return ok({ reference: row.reference, zip: Buffer.from(zip, 'base64') });
  });
}

/** The document of a statement, to a session whose mailbox was proved afresh. That it leaves is recorded. */
export function takeStatement(
  session: RequesterSession,
  statementId: string,
  at: Date,
): Promise<Result<{ readonly reference: string; readonly zip: Buffer }, DownloadRefusal>> {
  return transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: session.caseId }, include: { key: true } });
    const statement = await tx.statement.findFirst({ where: { id: statementId, caseId: row.id } });
    if (!statement?.sealedZip || !row.key?.wrappedKey) return refuse('nothingReady');
    if (!session.fresh) {
      await logRefusal(tx, row, { kind: 'DeliveryRefused', data: { reason: 'notFresh' } }, at);
      return refuse('notFresh');
    }
    await logRequester(tx, row, { kind: 'StatementDownloaded', data: { statementId } }, at);
    const zip = openText(unwrapCaseKey(row.key.wrappedKey), statement.sealedZip, `statementZip:${statementId}`);
    return ok({ reference: row.reference, zip: Buffer.from(zip, 'base64') });
  });
}

/** Decides whether the data may leave and records the attempt, before the first byte. @param range of the file, or all of it */
export function startDownload(
  session: RequesterSession,
  at: Date,
  range: ByteRange | null = null,
): Promise<Result<Download, DownloadRefusal>> {
  return transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: session.caseId }, include: { key: true } });
    const bundle = await newestBundle(row.id, tx);
    if (!bundle?.expiresAt || !row.key?.wrappedKey) return refuse('nothingReady');
    const { blobKey } = bundle;
    const reason = whyNot(bundle, session, at);
    const [id, sizeBytes] = [newId(), Number(bundle.sizeBytes ?? 0)];
    const whole = { from: 0, to: Math.max(0, sizeBytes - 1) };
    const { from, to } = range ?? whole;
    await tx.downloadAttempt.create({
      data: {
        id,
        caseId: row.id,
        bundleId: bundle.id,
        outcome: (reason ?? 'started') satisfies DownloadOutcome,
        fromByte: from,
        startedAt: at,
        ...(reason && { endedAt: at }),
      },
    });
    const event: AuditEventData = reason
      ? { kind: 'DeliveryRefused', data: { deliveryId: id, reason } }
      : { kind: 'BundleDownloaded', data: { deliveryId: id, bundleId: bundle.id, complete: false, sentBytes: 0 } };
    await (reason ? logRefusal : logRequester)(tx, row, event, at);
    if (reason || blobKey === null) return refuse(reason ?? 'expired');
    return ok({
      id,
      bundleId: bundle.id,
      caseId: row.id,
      reference: row.reference,
      blobKey,
      wrappedKey: row.key.wrappedKey,
      sizeBytes,
      range: { from, to },
    });
  });
}

/** Records how an attempt ended. It is complete when, with what left before it, the whole file has left; what arrived nobody here knows. */
export async function endDownload(download: Download, sentBytes: number, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: download.caseId }, ...aboutCase });
    const { count } = await tx.downloadAttempt.updateMany({
      where: { id: download.id, endedAt: null },
      data: { outcome: 'interrupted', sentBytes, endedAt: at },
    });
    // The sweep may have ended an attempt that hung; it then stays as it was told.
    if (count === 0) return;
    const attempts = await tx.downloadAttempt.findMany({
      where: { bundleId: download.bundleId, outcome: { in: ['complete', 'interrupted'] } },
    });
    const complete = isWhole(
      attempts.map(({ fromByte, sentBytes: bytes }) => ({ from: Number(fromByte), bytes: Number(bytes) })),
      download.sizeBytes,
    );
    if (complete) {
      await tx.downloadAttempt.update({ where: { id: download.id }, data: { outcome: 'complete' } });
      // A copy first, then erase: what waited for it need not wait for the next hour.
      await enqueueWaitingErasure(tx, download.caseId);
    }
    await logRequester(
      tx,
      row,
      { kind: 'BundleDownloaded', data: { deliveryId: download.id, bundleId: download.bundleId, complete, sentBytes } },
      at,
    );
    await recount(tx, download.caseId, at);
  });
}

/** Records that a page of the copy was shown to the requester: a reading of personal data like any other. */
export async function recordCopyRead(
  caseId: string,
  data: Extract<AuditEventData, { kind: 'CopyRead' }>['data'],
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, ...aboutCase });
    await logRequester(tx, row, { kind: 'CopyRead', data }, at);
  });
}

// A system's own buffers take a small file whole before its other side has read any of it. Whoever breaks off is heard of within the
// time that a packet needs there and back; whoever is still there after this has had its last byte sent.
const LAST_BYTE_AFTER_MS = 500;

/**
 * The ZIP, or the part that was asked for, decrypted as it is sent; when the last byte is gone, or the other side is, the attempt is
 * closed with what was sent. Constant memory: a piece is read when the one before it has been taken. Where the file is gone the attempt ends here.
 */
export async function downloadStream(download: Download): Promise<ReadableStream<Uint8Array> | null> {
  const { range } = download;
  const content = await readBlob(download.blobKey, unwrapCaseKey(download.wrappedKey), range).catch(
    async (error: unknown) => {
      await endDownload(download, 0, new Date());
      throw error;
    },
  );
  if (!content) {
    await endDownload(download, 0, new Date());
    return null;
  }
  const pieces = content[Symbol.asyncIterator]();
  const wanted = range.to - range.from + 1;
  let sent = 0;
  let last: Uint8Array | null = null;
  let broken = false;
  const give = (stream: ReadableStreamDefaultController<Uint8Array>, piece: Uint8Array) => {
    sent += piece.byteLength;
    stream.enqueue(piece);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        try {
          if (last) {
            await setTimeout(LAST_BYTE_AFTER_MS);
            if (broken) return;
            give(stream, last);
            await endDownload(download, sent, new Date());
            stream.close();
            return;
          }
          const piece = await pieces.next();
          if (piece.done) throw new Error('The file is shorter than its bundle says');
          const isLast = sent + piece.value.byteLength >= wanted;
          if (isLast) last = piece.value.subarray(-1);
          const now = isLast ? piece.value.subarray(0, -1) : piece.value;
          if (now.byteLength > 0) give(stream, now);
          else await this.pull?.(stream);
        } catch (error) {
          await endDownload(download, sent, new Date());
          throw error;
        }
      },
      async cancel() {
        broken = true;
        await pieces.return?.(undefined);
        await endDownload(download, sent, new Date());
      },
    },
    { highWaterMark: 1 },
  );
}
