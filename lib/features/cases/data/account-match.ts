import { matchAccounts } from '@/lib/connectors/accounts';
import { addressForms } from '@/lib/domain/intake/address';
import { answersOf, caseRow } from '@/lib/features/case-file/data/case';
import { controller } from '@/lib/platform/controllers/registry';

export type AccountMatch = 'account' | 'noAccount' | 'notConfirmed' | 'sourceDown' | 'forAnother';

/**
 * Whether the confirmed address is the address of an account: then control of the mailbox shows who it is, and nothing more need be
 * asked (Art. 12(6) GDPR: only on reasonable doubt). Only for the eyes of the desk.
 */
export async function accountMatch(caseId: string): Promise<AccountMatch> {
  const row = await caseRow(caseId);
  if (!row?.emailConfirmedAt) return 'notConfirmed';
  const { email, forWhom } = await answersOf(row);
  if (forWhom !== 'self') return 'forAnother';
  const matches = await matchAccounts(controller(row.controllerId).dataMap, { email: addressForms(email) });
  if (matches.some(({ accounts }) => accounts !== null && accounts > 0)) return 'account';
  return matches.some(({ failure }) => failure !== null) ? 'sourceDown' : 'noAccount';
}
