import type { Db } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';
import { type CaseKey, sealText } from '@/lib/platform/vault/case-key';

export const enqueueStatement = (tx: Db, statementId: string): Promise<void> =>
  enqueue(tx, { name: 'makeStatement', payload: { statementId }, key: `statement:${statementId}`, maxAttempts: 8 });

/** The file in which its person fetches a statement, sealed. */
export async function keepStatement(tx: Db, statementId: string, key: CaseKey, zip: Buffer): Promise<void> {
  await tx.statement.update({
    where: { id: statementId },
    data: { sealedZip: sealText(key, zip.toString('base64'), `statementZip:${statementId}`) },
  });
}
