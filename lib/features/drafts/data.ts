import { db } from '@/lib/platform/db/client';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { hashSecret } from '@/lib/platform/vault/secrets';
import { draftContentSchema } from './schema';
import type { Draft } from './types';

/** The draft behind the secret of a browser's cookie. `expired` also where it has been removed since: the secret shows that there was one. */
export async function draftBy(secret: string | undefined, controllerId: string, at: Date): Promise<Draft> {
  if (secret === undefined) return { state: 'none' };
  const row = await db().requestDraft.findUnique({ where: { secretHash: hashSecret(secret) } });
  if (!row || row.controllerId !== controllerId || row.expiresAt <= at) return { state: 'expired' };
  if (row.caseId !== null) return { state: 'sent', id: row.id, caseId: row.caseId };
  const content = draftContentSchema.parse(
    openJson(unwrapCaseKey(row.wrappedKey), row.sealedAnswers, `draft:${row.id}`),
  );
  return { state: 'open', id: row.id, content };
}
