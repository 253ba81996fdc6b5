import type { CaseEvent } from '@/lib/domain/case/events';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

// Rows of what is hidden. Only lib/features/cases/mutations.ts calls these, inside the transaction of `handle`.

type Redacted = Extract<CaseEvent, { type: 'ValueRedacted' }>;

export async function addRedaction(tx: Db, caseId: string, key: CaseKey, event: Redacted, by: { staffId: string; at: Date }): Promise<void> {
  const { redactionId: id, collectionId, recordNo, field, scope, ground, detail } = event;
  await tx.redaction.create({
    data: { id, caseId, collectionId, recordNo, field, scope, ground, sealedDetail: sealJson(key, detail, `redaction:${id}`), createdById: by.staffId, createdAt: by.at },
  });
}

export async function undoRedaction(tx: Db, caseId: string, redactionId: string, at: Date): Promise<void> {
  await tx.redaction.updateMany({ where: { id: redactionId, caseId, undoneAt: null }, data: { undoneAt: at } });
}

/** What was hidden in systems whose records are asked for anew: a number may stand for another record then. */
export async function undoRedactionsIn(tx: Db, caseId: string, systemIds: readonly string[], at: Date): Promise<void> {
  const ofSystems = systemIds.map((id) => ({ collectionId: { startsWith: `${id}.` } }));
  await tx.redaction.updateMany({ where: { caseId, OR: ofSystems, undoneAt: null }, data: { undoneAt: at } });
}
