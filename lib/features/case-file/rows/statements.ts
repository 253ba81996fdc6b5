import type { Statement } from '@/lib/domain/statement/types';
import { enqueueStatement } from '@/lib/features/case-file/upkeep/statements';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

// Rows of the statements that answer rights of a case.

/** Fixes what a right is answered with; its document is made from this and never from the data map of a later day. */
export async function addStatement(
  tx: Db,
  key: CaseKey,
  { caseId, rightItemId, statement }: { caseId: string; rightItemId: string; statement: Statement },
  at: Date,
): Promise<void> {
  const id = newId();
  await tx.statement.deleteMany({ where: { rightItemId } });
  await tx.statement.create({
    data: { id, caseId, rightItemId, sealedStatement: sealJson(key, statement, `statement:${id}`), statedAt: at },
  });
  await enqueueStatement(tx, id);
}

export async function recordStatement(tx: Db, statementId: string, at: Date): Promise<void> {
  await tx.statement.update({ where: { id: statementId }, data: { madeAt: at } });
}
