import { collectionPlan } from '@/lib/domain/datamap/plan';
import { refuse, ok, type Result } from '@/lib/domain/result';
import { caseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { controllers } from '@/lib/platform/controllers/registry';
import { db, type Db } from '@/lib/platform/db/client';
import { hashSecret } from '@/lib/platform/vault/secrets';
import type { InquiryRefusal, OpenInquiry } from './types';

/** The row of an inquiry with its task, by the secret of its link. */
export const inquiryByToken = (token: string, tx: Db = db()) =>
  tx.inquiry.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { task: { select: { state: true, attempts: true } }, case: { select: { state: true } } },
  });

type InquiryRow = NonNullable<Awaited<ReturnType<typeof inquiryByToken>>>;

/** Why an inquiry cannot be answered now; null where it can. A newer try, an answer, or the end of the collection ends it. */
export function whyClosed(
  { task, case: own, attempt, answeredAt, expiresAt }: InquiryRow,
  at: Date,
): InquiryRefusal | null {
  if (answeredAt !== null) return 'answered';
  if (own.state !== 'collecting' || task.attempts !== attempt || !['asked', 'failed'].includes(task.state))
    return 'ended';
  return expiresAt <= at ? 'expired' : null;
}

/** The inquiry behind a link, with all that is asked by it. @returns why not, with its id in `detail` where there is one */
export async function openInquiry(token: string, at: Date): Promise<Result<OpenInquiry, InquiryRefusal>> {
  const found = await inquiryByToken(token);
  if (!found) return refuse('wrong');
  const closed = whyClosed(found, at);
  if (closed) return refuse(closed, found.id);
  const row = await caseRow(found.caseId);
  const dataMap = row && controllers().get(row.controllerId)?.dataMap;
  const system = dataMap?.systems.find(({ id }) => id === found.systemId);
  if (!row?.key?.wrappedKey || !dataMap || !system) return refuse('ended', found.id);
  const known = await knownBy(row);
  const own = collectionPlan(dataMap, known.identities).systems.find(({ systemId }) => systemId === system.id);
  const asked = (own?.steps ?? []).map((step) => ({
    step,
    collection: system.collections.find(({ id }) => id === step.collectionId)!,
  }));
  const { id, taskId, attempt, answerBy } = found;
  return ok({ id, taskId, attempt, answerBy, row, system, known, asked, notApplicable: own?.notApplicable ?? [] });
}

/** Inquiries that nobody has answered and somebody still could, with what is needed to remind of them or to name them late. */
export const waitingInquiries = () =>
  db().inquiry.findMany({
    where: { answeredAt: null, task: { state: 'asked' }, case: { state: 'collecting' } },
    include: { task: { select: { attempts: true } }, case: { select: { controllerId: true, reference: true } } },
    orderBy: { createdAt: 'asc' },
  });

/** A document of a case, with what opens it. */
export const documentOf = (caseId: string, id: string) =>
  db().collectedDocument.findFirst({
    where: { id, caseId },
    include: { case: { select: { controllerId: true, reference: true, key: true } } },
  });
