import type { Actor } from '@/lib/domain/case/actor';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { db } from '@/lib/platform/db/client';

// Nobody signs in to answer: what is known of whoever did is that they held the link.
const PORTAL: Actor = { kind: 'system', id: 'portal' };

type Told = { readonly kind: 'InquiryRead' } | { readonly kind: 'InquiryRefused'; readonly reason: string };

/** Tells the log what came of a link that was used. */
export async function logInquiry(inquiryId: string, told: Told, at: Date): Promise<void> {
  const {
    systemId: system,
    caseId,
    case: about,
  } = await db().inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    include: { case: { select: { controllerId: true, reference: true } } },
  });
  const event =
    told.kind === 'InquiryRead'
      ? ({ kind: 'InquiryRead', data: { system, inquiryId } } as const)
      : ({ kind: 'InquiryRefused', data: { system, inquiryId, reason: told.reason } } as const);
  await appendAudit(db(), PORTAL, { caseId, ...about }, [event], at);
}

type ReadDocument = {
  readonly caseId: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly documentId: string;
  readonly collectionId: string;
};

/** Tells the log that somebody of the desk opened a document. */
export async function recordDocumentRead(
  staffId: string,
  { caseId, controllerId, reference, documentId, collectionId }: ReadDocument,
  at: Date,
): Promise<void> {
  await appendAudit(
    db(),
    { kind: 'staff', id: staffId },
    { caseId, controllerId, reference },
    [{ kind: 'DocumentRead', data: { documentId, collection: collectionId } }],
    at,
  );
}
