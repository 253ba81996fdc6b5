import type { MandateWork } from '@/lib/domain/case/types';
import type { Db } from '@/lib/platform/db/client';
import { mailedTokenHash } from '@/lib/platform/vault/mailed-token';

// Whether somebody acts for the person whose data it is, as that person was asked and answers.

/** How long the desk waits for their word; afterwards it goes by what the requester shows. */
const DAYS_TO_ANSWER = 14;

/** @returns until when we wait for their word */
export async function askSubject(tx: Db, caseId: string, id: string, at: Date): Promise<Date> {
  const answerBy = new Date(at.getTime() + DAYS_TO_ANSWER * 86_400_000);
  await tx.mandate.create({ data: { id, caseId, tokenHash: mailedTokenHash('mandate', id), askedAt: at, answerBy } });
  return answerBy;
}

export async function remindSubject(tx: Db, caseId: string, at: Date): Promise<void> {
  await tx.mandate.update({ where: { caseId }, data: { remindedAt: at } });
}

export async function recordSilent(tx: Db, caseId: string, at: Date): Promise<void> {
  await tx.mandate.update({ where: { caseId }, data: { silentAt: at } });
}

export async function recordAnswer(
  tx: Db,
  caseId: string,
  answer: Extract<MandateWork['state'], 'confirmed' | 'stopped'>,
  at: Date,
): Promise<void> {
  await tx.mandate.update({ where: { caseId }, data: { answer, answeredAt: at } });
}
