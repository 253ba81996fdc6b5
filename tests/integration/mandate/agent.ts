import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { db } from '@/lib/platform/db/client';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { must, submit } from '@/tests/integration/requests/walk';

/** A friend who asks for Luís, by the address that Luís has at the shop. */
export const AGENT: Partial<SubmittedAnswers> = {
  forWhom: 'someoneElse',
  name: 'Ana Prado',
  email: 'ana@example.com',
  identifiers: {},
  subject: {
    name: 'Luís Gonçalves',
    relation: 'authorised',
    identifiers: { email: 'luisg@embraer.com.br', phone: '+55 12 3923 5555' },
  },
};

let people = 0;

/** A request of theirs whose mailbox is confirmed, about another person each time: one address is written to a few times a day only. */
export async function asked(given: Partial<SubmittedAnswers> = {}): Promise<string> {
  people += 1;
  const identifiers = { ...AGENT.subject?.identifiers, email: `subject-${people}@example.com` };
  const { caseId } = await submit({ ...AGENT, subject: { ...AGENT.subject!, identifiers }, ...given });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  return caseId;
}

export const mandateOf = (caseId: string) => db().mandate.findUnique({ where: { caseId } });

/** The secret that was mailed to the person whose data it is. */
export async function tokenOf(caseId: string): Promise<string> {
  const { id, tokenHash } = await db().mandate.findUniqueOrThrow({ where: { caseId } });
  return mailedToken('mandate', id, tokenHash)!;
}
