import type { AuditEventData } from '@/lib/domain/audit/schema';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { caseRow } from '@/lib/features/cases/data';
import { recount } from '@/lib/features/clocks/mutations';
import { redeemCode } from '@/lib/features/confirmation/mutations';
import type { TokenRefusal } from '@/lib/features/confirmation/types';
import { logRefusal, logRequester, mailToken } from '@/lib/features/requester/mutations';
import type { RequesterSession } from '@/lib/features/requester/types';
import { readBlob } from '@/lib/platform/blobs';
import { transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { unwrapCaseKey } from '@/lib/platform/vault/case-key';
import type { Download, DownloadRefusal } from './types';

/** How long the data stay open after the mailbox was proved afresh. */
const FRESH_MINUTES = 30;
const CODES_PER_HOUR = 5;

const aboutCase = { select: { id: true, controllerId: true, reference: true } } as const;

/** Mails the code that opens the data. @returns `tooMany` where enough have been sent in this hour. */
export async function mailDeliveryCode(caseId: string, at: Date): Promise<Result<null, 'tooMany' | 'nothingReady'>> {
  if (!(await withinLimit('deliveryCode', caseId, CODES_PER_HOUR, 3600, at))) return refuse('tooMany');
  return transaction(async (tx) => {
    const row = await caseRow(caseId, tx);
    const ready = await tx.bundle.count({ where: { caseId, state: 'sealed', expiresAt: { gt: at } } });
    if (!row?.key?.wrappedKey || ready === 0) return refuse('nothingReady');
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
      if (used.reason !== 'malformed') await logRefusal(tx, row, { kind: 'DeliveryRefused', data: { reason: used.reason } }, at);
      return used;
    }
    await tx.requesterSession.update({ where: { id: session.sessionId }, data: { freshUntil: new Date(at.getTime() + FRESH_MINUTES * 60_000) } });
    await logRequester(tx, row, { kind: 'DeliveryVerified', data: { deliveryId: used.value, method: 'emailCode' } }, at);
    return ok(null);
  });
}

/** Decides whether the data may leave and records the attempt, before the first byte. */
export function startDownload(session: RequesterSession, at: Date): Promise<Result<Download, DownloadRefusal>> {
  return transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({ where: { id: session.caseId }, include: { key: true } });
    const bundle = await tx.bundle.findFirst({ where: { caseId: row.id, state: { in: ['sealed', 'destroyed'] } }, orderBy: { createdAt: 'desc' } });
    if (!bundle?.expiresAt || !row.key?.wrappedKey) return refuse('nothingReady');
    const { blobKey } = bundle;
    const gone = blobKey === null || bundle.expiresAt <= at;
    const reason: DownloadRefusal | null = gone ? 'expired' : session.fresh ? null : 'notFresh';
    const id = newId();
    await tx.downloadAttempt.create({
      data: { id, caseId: row.id, bundleId: bundle.id, outcome: reason ?? 'started', startedAt: at, ...(reason && { endedAt: at }) },
    });
    const event: AuditEventData = reason
      ? { kind: 'DeliveryRefused', data: { deliveryId: id, reason } }
      : { kind: 'BundleDownloaded', data: { deliveryId: id, bundleId: bundle.id, complete: false, sentBytes: 0 } };
    await (reason ? logRefusal : logRequester)(tx, row, event, at);
    if (reason || blobKey === null) return refuse(reason ?? 'expired');
    return ok({ id, bundleId: bundle.id, caseId: row.id, reference: row.reference, blobKey, wrappedKey: row.key.wrappedKey, sizeBytes: Number(bundle.sizeBytes ?? 0) });
  });
}

/** Records how a download ended: whole, or broken off after some bytes. */
export async function endDownload(download: Download, sentBytes: number, at: Date): Promise<void> {
  const complete = sentBytes === download.sizeBytes;
  await transaction(async (tx) => {
    await tx.downloadAttempt.update({ where: { id: download.id }, data: { outcome: complete ? 'complete' : 'interrupted', endedAt: at } });
    const row = await tx.case.findUniqueOrThrow({ where: { id: download.caseId }, ...aboutCase });
    await logRequester(tx, row, { kind: 'BundleDownloaded', data: { deliveryId: download.id, bundleId: download.bundleId, complete, sentBytes } }, at);
    await recount(tx, download.caseId, at);
  });
}

/**
 * The ZIP, decrypted as it is sent; when the last byte is gone, or the other side is, the attempt is closed with what was sent.
 * Constant memory: a piece is read when the one before it has been taken.
 */
export function downloadStream(download: Download): ReadableStream<Uint8Array> {
  const pieces = readBlob(download.blobKey, unwrapCaseKey(download.wrappedKey))[Symbol.asyncIterator]();
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        try {
          const piece = await pieces.next();
          if (piece.done) {
            await endDownload(download, sent, new Date());
            stream.close();
            return;
          }
          sent += piece.value.byteLength;
          stream.enqueue(piece.value);
        } catch (error) {
          await endDownload(download, sent, new Date());
          throw error;
        }
      },
      async cancel() {
        await pieces.return?.();
        await endDownload(download, sent, new Date());
      },
    },
    { highWaterMark: 1 },
  );
}
