import { type AuditEvent, auditEventSchema } from '@/lib/domain/log/schema';
import { db } from '@/lib/platform/db/client';
import { isStoryKind, type StoryKind, storyKinds } from './story-kinds';

type StoryEvent = Extract<AuditEvent, { kind: StoryKind }>;

const isStoryEvent = (event: AuditEvent): event is StoryEvent => isStoryKind(event.kind);

/** Newest first; a case with more than this has a log to look in. */
const MOST = 500;

/** What tells how the case went. */
export async function storyEvents(caseId: string): Promise<StoryEvent[]> {
  const rows = await db().auditEvent.findMany({
    where: { caseId, kind: { in: storyKinds() } },
    orderBy: { position: 'desc' },
    take: MOST,
    select: { body: true },
  });
  return rows.flatMap(({ body }) => {
    // What somebody changed behind the application is no event any more; the check of the log says where, and the case stays open to the desk.
    try {
      const event = auditEventSchema.parse(JSON.parse(body));
      // A failure that mends itself is in the log; here it would only stand between what somebody has to know.
      return 'retryAt' in event.data || !isStoryEvent(event) ? [] : [event];
    } catch {
      return [];
    }
  });
}

export const noticeRows = (caseId: string) =>
  db().notice.findMany({
    where: { caseId },
    select: {
      id: true,
      kind: true,
      locale: true,
      state: true,
      attempts: true,
      lastFailure: true,
      sentAt: true,
      createdAt: true,
    },
    orderBy: { createdAt: 'desc' },
  });

export const messageRows = (caseId: string) =>
  db().message.findMany({
    where: { caseId },
    select: {
      id: true,
      author: true,
      sealedBody: true,
      readAt: true,
      files: { select: { id: true, sealedName: true, bytes: true }, orderBy: { id: 'asc' } },
    },
  });

export const sourceRows = (caseId: string) =>
  Promise.all([
    db().collectionTask.findMany({
      where: { caseId },
      select: {
        systemId: true,
        state: true,
        attempts: true,
        failure: true,
        retryAt: true,
        records: true,
        // Enough to look at; the copy has all of them.
        documents: { select: { id: true, mediaType: true, bytes: true }, orderBy: { id: 'asc' }, take: 50 },
        _count: { select: { documents: true } },
      },
    }),
    db().sourceResult.findMany({
      where: { caseId },
      select: { collectionId: true, result: true, reason: true, records: true, sought: true },
    }),
    db().inquiry.findMany({
      where: { caseId },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        systemId: true,
        answerBy: true,
        sealedNote: true,
        case: { select: { key: true } },
      },
    }),
  ]);

export const bundleRows = (caseId: string) =>
  db().bundle.findMany({
    where: { caseId },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      state: true,
      attempts: true,
      failure: true,
      recordsWritten: true,
      sizeBytes: true,
      sealedAt: true,
      expiresAt: true,
    },
  });

export const rightFacts = (caseId: string) =>
  db().rightItem.findMany({
    where: { caseId },
    select: { id: true, sealedFacts: true, sealedWeighing: true, sealedCarriedOut: true },
  });
