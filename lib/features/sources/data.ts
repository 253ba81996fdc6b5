import { matchAccounts } from '@/lib/connectors/accounts';
import type { IdentityMethod } from '@/lib/domain/case/types';
import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan, type CollectionPlan } from '@/lib/domain/datamap/plan';
import { answersOf, caseRow, type CaseRow } from '@/lib/features/cases/data';
import { controller } from '@/lib/platform/controllers/registry';

// Whoever types another person's phone number must not receive that person's data: beside the confirmed address, an identifier is
// searched by only once the desk has established more than the control of a mailbox.
const ESTABLISHES_ALL: readonly IdentityMethod[] = ['knownToDesk', 'evidence'];

/** What the person may be searched by, at the strength with which the identity was established. */
export async function identitiesOf(row: CaseRow): Promise<Identities> {
  const { email, identifiers } = await answersOf(row);
  const others = ESTABLISHES_ALL.includes(row.identityMethod as IdentityMethod)
    ? Object.fromEntries(Object.entries(identifiers).map(([kind, value]) => [kind, [value]]))
    : {};
  return { ...others, email: [email] };
}

export async function planOf(row: CaseRow): Promise<CollectionPlan> {
  return collectionPlan(controller(row.controllerId).dataMap, await identitiesOf(row));
}

export type AccountMatch = 'account' | 'noAccount' | 'notConfirmed' | 'sourceDown';

/**
 * Whether the confirmed address is the address of an account: then control of the mailbox shows who it is, and nothing more need be
 * asked (Art. 12(6) GDPR: only on reasonable doubt). Only for the eyes of the desk.
 */
export async function accountMatch(caseId: string): Promise<AccountMatch> {
  const row = await caseRow(caseId);
  if (!row?.emailConfirmedAt) return 'notConfirmed';
  const { email } = await answersOf(row);
  const matches = await matchAccounts(controller(row.controllerId).dataMap, { email: [email] });
  if (matches.some(({ accounts }) => accounts !== null && accounts > 0)) return 'account';
  return matches.some(({ failure }) => failure !== null) ? 'sourceDown' : 'noAccount';
}
