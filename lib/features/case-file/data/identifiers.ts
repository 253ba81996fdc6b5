import { type Db, db } from '@/lib/platform/db/client';
import { type CaseKey, openText } from '@/lib/platform/vault/case-key';

/** What a person can be found by: a kind of the controller's definition, and the value. */
export type AddedIdentifier = { readonly kind: string; readonly value: string };

/** What the desk has learnt besides what the requester sent, oldest first. */
export async function addedIdentifiers(caseId: string, key: CaseKey, tx: Db = db()): Promise<AddedIdentifier[]> {
  const rows = await tx.subjectIdentifier.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ id, kind, sealedValue }) => ({ kind, value: openText(key, sealedValue, `identifier:${id}`) }));
}
