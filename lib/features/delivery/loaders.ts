import 'server-only';
import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import type { Locale } from '@/lib/domain/locale';
import { ok, type Result } from '@/lib/domain/result';
import { triesLeft } from '@/lib/features/confirmation/data';
import { loadSession, loadStatus } from '@/lib/features/requester/loaders';
import type { CaseStatus, RequesterSession } from '@/lib/features/requester/types';
import { downloadStream, sendable, startDownload } from './mutations';
import type { Download, DownloadRefusal, Sendable } from './types';

/** The case whose copy is asked for, and how often its code may still be typed. */
export async function loadOpening(
  controllerId: string,
  locale: Locale,
): Promise<{ status: CaseStatus; triesLeft: number }> {
  const { status } = await loadStatus(controllerId, locale);
  return { status, triesLeft: await triesLeft(status.caseId, 'deliveryCode') };
}

/** The copy this browser may have, if it may; null where it has no session at this controller. */
export async function loadCopy(
  controllerId: string,
  at: Date,
): Promise<{ session: RequesterSession; there: Result<Sendable, DownloadRefusal> } | null> {
  const session = await loadSession(controllerId);
  return session && { session, there: await sendable(session, at) };
}

/** The copy, or a part of it, on its way: that it leaves is recorded, and so is a try that may not. */
export async function loadDownload(
  session: RequesterSession,
  at: Date,
  asked: ByteRange | null,
): Promise<Result<Download & { body: ReadableStream<Uint8Array> }, DownloadRefusal>> {
  const started = await startDownload(session, at, asked);
  return started.ok ? ok({ ...started.value, body: downloadStream(started.value) }) : started;
}
