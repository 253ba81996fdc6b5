import { matchAccounts } from '@/lib/connectors/accounts';
import { type IdentityMethod, STRONG_METHODS } from '@/lib/domain/case/types';
import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan, type CollectionPlan } from '@/lib/domain/datamap/plan';
import { answersOf, caseRow, type CaseRow } from '@/lib/features/cases/data';
import { controller } from '@/lib/platform/controllers/registry';

/**
 * What the person may be searched by, at the strength with which the identity was established. Whoever types another person's phone
 * number must not receive that person's data, and whoever acts for another must not receive their own: beside one's own confirmed
 * address, an identifier counts only once more than the control of a mailbox has been shown.
 */
export async function identitiesOf(row: CaseRow): Promise<Identities> {
  const { email, identifiers, forWhom } = await answersOf(row);
  const shown = STRONG_METHODS.includes(row.identityMethod as IdentityMethod);
  const others = shown ? Object.fromEntries(Object.entries(identifiers).map(([kind, value]) => [kind, [value]])) : {};
  return forWhom === 'self' ? { ...others, email: [email] } : others;
}

export async function planOf(row: CaseRow): Promise<CollectionPlan> {
  return collectionPlan(controller(row.controllerId).dataMap, await identitiesOf(row));
}

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
  const matches = await matchAccounts(controller(row.controllerId).dataMap, { email: [email] });
  if (matches.some(({ accounts }) => accounts !== null && accounts > 0)) return 'account';
  return matches.some(({ failure }) => failure !== null) ? 'sourceDown' : 'noAccount';
}
