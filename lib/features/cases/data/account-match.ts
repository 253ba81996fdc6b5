import { matchAccounts } from '@/lib/connectors/accounts';
import { addressForms } from '@/lib/domain/intake/address';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { answersOf, caseOf, caseRow } from '@/lib/features/case-file/data/case';
import { controller } from '@/lib/platform/controllers/registry';

/** `forAnother`: that person has said nothing; `other…`: what the accounts say of the address from which they said that somebody acts for them. */
export type AccountMatch =
  | 'account'
  | 'noAccount'
  | 'notConfirmed'
  | 'sourceDown'
  | 'forAnother'
  | 'otherAccount'
  | 'otherNoAccount'
  | 'otherSourceDown';

/**
 * Whether the confirmed address is the address of an account: then control of the mailbox shows who it is, and nothing more need be
 * asked (Art. 12(6) GDPR: only on reasonable doubt). Only for the eyes of the desk.
 */
export async function accountMatch(caseId: string): Promise<AccountMatch> {
  const row = await caseRow(caseId);
  if (!row?.emailConfirmedAt) return 'notConfirmed';
  const answers = await answersOf(row);
  if (answers.forWhom === 'self') return matchOf(row.controllerId, answers.email);
  const theirs = dataSubjectOf(answers).identifiers.email;
  if (caseOf(row).mandate?.state !== 'confirmed' || theirs === undefined) return 'forAnother';
  const match = await matchOf(row.controllerId, theirs);
  return ({ account: 'otherAccount', noAccount: 'otherNoAccount', sourceDown: 'otherSourceDown' } as const)[match];
}

async function matchOf(controllerId: string, email: string): Promise<'account' | 'noAccount' | 'sourceDown'> {
  const matches = await matchAccounts(controller(controllerId).dataMap, { email: addressForms(email) });
  if (matches.some(({ accounts }) => accounts !== null && accounts > 0)) return 'account';
  return matches.some(({ failure }) => failure !== null) ? 'sourceDown' : 'noAccount';
}
