import { STRONG_METHODS } from '@/lib/domain/case/reasons';
import type { KnownBy } from '@/lib/domain/datamap/sought';
import { addressForms } from '@/lib/domain/intake/address';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { caseColumns } from '@/lib/features/case-file/schema/rows';
import { db, type Db } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { answersOf, type CaseRow, keyOf } from './case';
import { addedIdentifiers } from './identifiers';

/**
 * What the person whose data it is may be searched by, and what was given besides, at the strength with which the identity was established. Whoever types another
 * person's phone number must not receive that person's data: beside one's own confirmed address, an identifier counts only once more
 * than the control of a mailbox has been shown.
 */
export async function knownBy(row: CaseRow, tx: Db = db()): Promise<KnownBy> {
  const answers = await answersOf(row, tx);
  const given = [
    ...Object.entries(dataSubjectOf(answers).identifiers),
    ...(await addedIdentifiers(row.id, keyOf(row), tx)).map(({ kind, value }) => [kind, value] as const),
  ];
  const { identityMethod } = parseRow(caseColumns, row);
  const shown = identityMethod !== null && STRONG_METHODS.includes(identityMethod);
  // Their own address is confirmed by itself; it is the first of its kind. Of another person, it is the one from which they answered us.
  const confirmed =
    answers.forWhom === 'self'
      ? answers.email
      : identityMethod === 'subjectConfirmed'
        ? dataSubjectOf(answers).identifiers.email
        : undefined;
  const own = given.find(([kind, value]) => kind === 'email' && value === confirmed);
  const identities: Record<string, string[]> = {};
  for (const [kind, value] of shown ? given : own ? [own] : [])
    (identities[kind] ??= []).push(...(kind === 'email' ? addressForms(value) : [value]));
  return {
    identities,
    unconfirmed: shown ? [] : [...new Set(given.filter((one) => one !== own).map(([kind]) => kind))],
  };
}
