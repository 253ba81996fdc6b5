import type { CaseEvent } from '@/lib/domain/case/events';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealText } from '@/lib/platform/vault/case-key';

// Rows of what a person can be found by.

export async function addIdentifier(
  tx: Db,
  caseId: string,
  key: CaseKey,
  { identifierId, kind, value }: Extract<CaseEvent, { type: 'IdentifierAdded' }>,
  { staffId, at }: { staffId: string; at: Date },
): Promise<void> {
  const sealedValue = sealText(key, value.trim(), `identifier:${identifierId}`);
  await tx.subjectIdentifier.create({
    data: { id: identifierId, caseId, kind, sealedValue, addedById: staffId, createdAt: at },
  });
}
