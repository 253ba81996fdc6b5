import type { CaseEvent } from '@/lib/domain/case/events';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

// Rows of what is hidden, and of what a person left shown.

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

type By = { readonly staffId: string; readonly at: Date };

export async function addRedaction(
  tx: Db,
  caseId: string,
  key: CaseKey,
  event: Of<'ValueRedacted'>,
  by: By,
): Promise<void> {
  const { redactionId: id, collectionId, recordNo, field, scope, ground, decides, detail } = event;
  await tx.redaction.create({
    data: {
      id,
      caseId,
      collectionId,
      recordNo,
      field,
      scope,
      ground,
      decides: [...decides],
      sealedDetail: sealJson(key, detail, `redaction:${id}`),
      createdById: by.staffId,
      createdAt: by.at,
    },
  });
}

export async function undoRedaction(tx: Db, caseId: string, redactionId: string, at: Date): Promise<void> {
  await tx.redaction.updateMany({ where: { id: redactionId, caseId, undoneAt: null }, data: { undoneAt: at } });
}

export async function addShown(
  tx: Db,
  caseId: string,
  { keptId, collectionId, recordNo, field }: Of<'ValueDisclosed'>,
  by: By,
): Promise<void> {
  await tx.shownValue.create({
    data: { id: keptId, caseId, collectionId, recordNo, field, createdById: by.staffId, createdAt: by.at },
  });
}

export async function undoShown(tx: Db, caseId: string, keptId: string, at: Date): Promise<void> {
  await tx.shownValue.updateMany({ where: { id: keptId, caseId, undoneAt: null }, data: { undoneAt: at } });
}

/** What was hidden or left shown in systems whose records are asked for anew: a number may stand for another record then. */
export async function undoReviewIn(tx: Db, caseId: string, systemIds: readonly string[], at: Date): Promise<void> {
  const ofSystems = systemIds.map((id) => ({ collectionId: { startsWith: `${id}.` } }));
  await tx.redaction.updateMany({ where: { caseId, OR: ofSystems, undoneAt: null }, data: { undoneAt: at } });
  await tx.shownValue.updateMany({ where: { caseId, OR: ofSystems, undoneAt: null }, data: { undoneAt: at } });
}
