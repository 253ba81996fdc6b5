import { ok, refuse, type Result } from '@/lib/domain/result';
import { caseOf, caseRow } from '@/lib/features/case-file/data/case';
import { db } from '@/lib/platform/db/client';
import { hashSecret } from '@/lib/platform/vault/secrets';
import type { MandateRefusal, OpenMandate } from './types';

// As long as the other links of people without an account; longer than the desk waits, so that somebody who comes late can still stop it.
const LINK_DAYS = 60;

/** The case that somebody is asked about behind a link of this controller; or why the link does not work. */
export async function openMandate(
  token: string,
  controllerId: string,
  at: Date,
): Promise<Result<OpenMandate, MandateRefusal>> {
  const found = await db().mandate.findUnique({ where: { tokenHash: hashSecret(token) } });
  const row = found && (await caseRow(found.caseId));
  if (!found || row?.controllerId !== controllerId) return refuse('wrong');
  if (!row.key?.wrappedKey) return refuse('ended');
  if (found.askedAt.getTime() + LINK_DAYS * 86_400_000 <= at.getTime()) return refuse('expired');
  const current = caseOf(row);
  const { state } = current.mandate!;
  // Whoever stopped it is told so for as long as the link works.
  const over = current.state === 'closed' && current.how !== 'answered' && current.how !== 'stopped';
  return over ? refuse('ended') : ok({ row, state });
}

/** Requests that wait for the word of the person whose data it is. */
export const waitingMandates = () =>
  db().mandate.findMany({
    where: { answer: null, silentAt: null, case: { closedAt: null } },
    select: { caseId: true, askedAt: true, answerBy: true, remindedAt: true },
    orderBy: { askedAt: 'asc' },
  });
