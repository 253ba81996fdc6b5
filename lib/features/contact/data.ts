import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { openText } from '@/lib/platform/vault/case-key';
import type { ContactChange, Mailbox } from './types';

/** The change of a case's address that is under way; null where there is none. */
export async function contactChangeOf(caseId: string): Promise<ContactChange | null> {
  const row = await caseRow(caseId);
  if (!row?.sealedNewContact) return null;
  const confirmed: Mailbox[] = [
    ...(row.newContactFromAt ? (['contactFrom'] as const) : []),
    ...(row.newContactToAt ? (['contactTo'] as const) : []),
  ];
  return { email: openText(keyOf(row), row.sealedNewContact, `newContact:${caseId}`), confirmed };
}
