import { forgetAwaited } from '@/lib/features/case-file/upkeep/awaited';
import { markDestroyed } from '@/lib/features/case-file/upkeep/bundling';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { deleteBlob } from '@/lib/platform/blobs';
import { db, transaction } from '@/lib/platform/db/client';

const DAY = 86_400_000;

/** Removes what has had its time: drafts, sessions, used links, counters, kept words, old mails to the staff, entries of who was erased, and the files of bundles past their last day. */
export async function removeExpired(now: Date = new Date()): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  await db().requestDraft.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().requesterSession.deleteMany({ where: { expiresAt: { lt: now } } });
  // An expired link is kept for a month so that it can still be told what it was, and a new one be offered.
  await db().accessToken.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 30 * DAY) } } });
  await db().staffMail.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 30 * DAY) } } });
  await db().rateLimit.deleteMany({ where: { windowAt: { lt: yesterday } } });
  await db().signInLimit.deleteMany({ where: { nextAt: { lt: yesterday } } });
  await db().keptWords.deleteMany({ where: { createdAt: { lt: yesterday } } });
  await db().refusalCount.deleteMany({ where: { summedAt: { lt: yesterday } } });
  await db().staffSession.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 30 * DAY) } } });
  await db().staffPlace.deleteMany({ where: { lastUsedAt: { lt: new Date(now.getTime() - 90 * DAY) } } });
  // What they said is gone already; so long the same mail, handed in again, is known.
  await db().incomingMail.deleteMany({ where: { settledAt: { lt: new Date(now.getTime() - 90 * DAY) } } });
  await db().callBack.deleteMany({ where: { receivedAt: { lt: yesterday } } });
  await forgetAwaited(db(), new Date(now.getTime() - 90 * DAY));
  await db().suppression.deleteMany({ where: { keptUntil: { lt: yesterday } } });
  await endStrandedDownloads(now);
  await destroyExpiredBundles(now);
}

// Nothing is sent for longer than this: the process that sent has died, or the other side has, and neither could say so.
const LONGEST_DOWNLOAD_HOURS = 24;

/** Ends attempts whose end nobody recorded, so that none is for ever under way. */
async function endStrandedDownloads(now: Date): Promise<void> {
  const startedAt = { lt: new Date(now.getTime() - LONGEST_DOWNLOAD_HOURS * 3_600_000) };
  await db().downloadAttempt.updateMany({
    where: { outcome: 'started', startedAt },
    data: { outcome: 'interrupted', endedAt: now },
  });
}

async function destroyExpiredBundles(now: Date): Promise<void> {
  const expired = await db().bundle.findMany({
    where: { state: 'sealed', expiresAt: { lt: now } },
    include: { case: true },
    take: 500,
  });
  for (const bundle of expired) {
    if (bundle.blobKey) await deleteBlob(bundle.blobKey);
    await transaction(async (tx) => {
      if (!(await markDestroyed(tx, bundle.id))) return;
      const { controllerId, reference } = bundle.case;
      const destroyed = { kind: 'BundleDestroyed', data: { bundleId: bundle.id, reason: 'expired' } } as const;
      await appendAudit(
        tx,
        { kind: 'system', id: 'clock' },
        { controllerId, caseId: bundle.caseId, reference },
        [destroyed],
        now,
      );
    });
  }
}
