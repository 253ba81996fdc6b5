import { z } from 'zod';
import type { AppliedRedaction } from '@/lib/domain/fulfilment/requester-view';
import { redactionColumns } from '@/lib/features/case-file/schema/rows';
import { db } from '@/lib/platform/db/client';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';

const detailSchema = z.strictObject({ passage: z.string().nullable(), facts: z.string() });

/** A redaction in force, opened: the passage and the facts are personal. */
export type Redaction = AppliedRedaction & {
  readonly id: string;
  readonly collectionId: string;
  readonly facts: string;
  readonly createdById: string;
  readonly createdAt: Date;
};

/** What is hidden in a case, oldest first. */
export async function redactionsOf(caseId: string, key: CaseKey): Promise<Redaction[]> {
  const rows = await db().redaction.findMany({ where: { caseId, undoneAt: null }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ id, collectionId, recordNo, field, scope, ground, sealedDetail, createdById, createdAt }) => {
    const { passage, facts } = detailSchema.parse(openJson(key, sealedDetail, `redaction:${id}`));
    return {
      id,
      collectionId,
      recordNo,
      field,
      scope: redactionColumns.shape.scope.parse(scope),
      ground,
      passage,
      facts,
      createdById,
      createdAt,
    };
  });
}

/** What the data map leaves to a person and was left shown, oldest first. */
export const shownRows = (caseId: string) =>
  db().shownValue.findMany({
    where: { caseId, undoneAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, collectionId: true, recordNo: true, field: true, createdById: true },
  });
