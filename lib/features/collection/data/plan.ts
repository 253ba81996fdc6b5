import { matchAccounts } from '@/lib/connectors/accounts';
import { type IdentityMethod, STRONG_METHODS } from '@/lib/domain/case/types';
import type { KnownBy } from '@/lib/domain/datamap/sought';
import { addressForms } from '@/lib/domain/intake/address';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { answersOf, caseRow, type CaseRow, keyOf } from '@/lib/features/case-file/data/case';
import { addedIdentifiers } from '@/lib/features/case-file/data/identifiers';
import { type Db, db } from '@/lib/platform/db/client';
import { controller } from '@/lib/platform/controllers/registry';

/**
 * What the person whose data it is may be searched by, and what was given besides, at the strength with which the identity was established. Whoever types another
 * person's phone number must not receive that person's data: beside one's own confirmed address, an identifier counts only once more
 * than the control of a mailbox has been shown.
 */
export async function knownBy(row: CaseRow, tx: Db = db()): Promise<KnownBy> {
  const answers = await answersOf(row, tx);
  const given = [...Object.entries(dataSubjectOf(answers).identifiers), ...(await addedIdentifiers(row.id, keyOf(row), tx)).map(({ kind, value }) => [kind, value] as const)];
  const shown = STRONG_METHODS.includes(row.identityMethod as IdentityMethod);
  // Their own address is confirmed by itself; it is the first of its kind.
  const own = answers.forWhom === 'self' ? given.find(([kind, value]) => kind === 'email' && value === answers.email) : undefined;
  const identities: Record<string, string[]> = {};
  for (const [kind, value] of shown ? given : own ? [own] : []) (identities[kind] ??= []).push(...(kind === 'email' ? addressForms(value) : [value]));
  return { identities, unconfirmed: shown ? [] : [...new Set(given.filter((one) => one !== own).map(([kind]) => kind))] };
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
  const matches = await matchAccounts(controller(row.controllerId).dataMap, { email: addressForms(email) });
  if (matches.some(({ accounts }) => accounts !== null && accounts > 0)) return 'account';
  return matches.some(({ failure }) => failure !== null) ? 'sourceDown' : 'noAccount';
}
