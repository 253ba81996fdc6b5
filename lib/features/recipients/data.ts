import { ok, refuse, type Result } from '@/lib/domain/result';
import { caseRow } from '@/lib/features/case-file/data/case';
import { recipientColumns } from '@/lib/features/case-file/schema/rows';
import { db } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { hashSecret } from '@/lib/platform/vault/secrets';
import type { OpenTelling, TellingRefusal } from './types';

// As long as the link of an inquiry.
const LINK_DAYS = 60;

/** What a recipient is told behind a link. @returns why not, with its id in `detail` where there is one */
export async function openTelling(token: string, at: Date): Promise<Result<OpenTelling, TellingRefusal>> {
  const found = await db().recipientNotice.findUnique({ where: { tokenHash: hashSecret(token) } });
  if (!found) return refuse('wrong');
  if (found.confirmedAt !== null) return refuse('confirmed', found.id);
  if (found.createdAt.getTime() + LINK_DAYS * 86_400_000 <= at.getTime()) return refuse('expired', found.id);
  const row = await caseRow(found.caseId);
  if (!row?.key?.wrappedKey) return refuse('ended', found.id);
  const { id, recipientId, collections } = found;
  return ok({ id, step: parseRow(recipientColumns, found).step, recipientId, collections, row });
}
