import 'server-only';
import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import type { Locale } from '@/lib/domain/locale';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { triesLeft } from '@/lib/features/confirmation/data';
import { fileAnswer } from '@/lib/features/files/loaders';
import { loadSession, loadStatus } from '@/lib/features/requester/loaders';
import type { BundleStatus, CaseStatus, RequesterSession } from '@/lib/features/requester/types';
import { copyPage, systemsOf } from './data';
import { downloadStream, recordCopyRead, sendable, startDownload, takeCertificate, takeStatement } from './mutations';
import {
  type CopyPage,
  type Download,
  type DownloadRefusal,
  type ReadableKind,
  type ReadableSystem,
  RECORDS_ON_PAGE,
  type Sendable,
} from './types';

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

/** The certificate of an erasure, if this browser may have it; null where it has no session at this controller. */
export async function loadCertificate(
  controllerId: string,
  at: Date,
): Promise<Awaited<ReturnType<typeof takeCertificate>> | null> {
  const session = await loadSession(controllerId);
  return session && takeCertificate(session, at);
}

/** The document of a statement, if this browser may have it; null where it has no session at this controller. */
export async function loadStatement(
  controllerId: string,
  statementId: string,
  at: Date,
): Promise<Awaited<ReturnType<typeof takeStatement>> | null> {
  const session = await loadSession(controllerId);
  return session && takeStatement(session, statementId, at);
}

/** A file of a message, behind the same fresh code; null where this browser has no session at this controller. */
export async function loadFile(controllerId: string, id: string, now: Date = new Date()) {
  const session = await loadSession(controllerId);
  if (!session) return null;
  const { caseId, fresh } = session;
  if (!fresh) return { fresh, answer: null };
  return { fresh, answer: await fileAnswer(caseId, id, ['requester', 'desk'], { kind: 'requester', id: caseId }, now) };
}

/** The copy, or a part of it, on its way: that it leaves is recorded, and so is a try that may not. */
export async function loadDownload(
  session: RequesterSession,
  at: Date,
  asked: ByteRange | null,
): Promise<Result<Download & { body: ReadableStream<Uint8Array> }, DownloadRefusal>> {
  const started = await startDownload(session, at, asked);
  if (!started.ok) return started;
  const body = await downloadStream(started.value);
  return body ? ok({ ...started.value, body }) : refuse('nothingReady');
}

type Reading = {
  readonly session: RequesterSession;
  readonly status: CaseStatus;
  readonly bundle: BundleStatus;
  readonly systems: readonly ReadableSystem[];
};

/** What may be read of the copy here, behind the same fresh code as the download; null where it may not be, or there is none. */
export async function loadReading(controllerId: string, locale: Locale, at: Date): Promise<Reading | null> {
  const { session, status } = await loadStatus(controllerId, locale);
  const { bundle } = status;
  if (!bundle || !(await sendable(session, at)).ok) return null;
  return { session, status, bundle, systems: await systemsOf(session.caseId, locale, bundle.contents) };
}

/** One page of one kind, numbered from 0; that it was shown is recorded. Null for a kind or a page that the copy does not have. */
export async function loadReadingPage(
  { session, bundle, systems }: Reading,
  collectionId: string,
  page: number,
  locale: Locale,
  at: Date,
): Promise<(ReadableKind & CopyPage) | null> {
  const kind = systems.flatMap(({ kinds }) => kinds).find(({ category }) => category.collectionId === collectionId);
  if (!kind || !Number.isSafeInteger(page) || page < 0) return null;
  const from = page * RECORDS_ON_PAGE;
  const shown = await copyPage(session.caseId, kind.category, locale, from, RECORDS_ON_PAGE);
  if (shown.read === 0) return null;
  await recordCopyRead(
    session.caseId,
    { bundleId: bundle.id, collection: collectionId, fromNo: from, records: shown.shown.length },
    at,
  );
  return { ...kind, ...shown };
}
