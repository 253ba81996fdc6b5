import type { Case, CaseFacts, ClosedHow } from '@/lib/domain/case/types';
import type { ClockEvent } from '@/lib/domain/clock/types';
import { submittedAnswersSchema, type SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { Outcome, RegimeId, RightId } from '@/lib/domain/law/types';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { type Db, db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { type CaseKey, openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

export const WHOLE_CASE = {
  rights: true,
  tasks: true,
  key: true,
  redactions: { where: { undoneAt: null }, select: { id: true } },
  clockEvents: { orderBy: { at: 'asc' } },
} as const satisfies Prisma.CaseInclude;

export type CaseRow = Prisma.CaseGetPayload<{ include: typeof WHOLE_CASE }>;

export const caseRow = (caseId: string, tx: Db = db()): Promise<CaseRow | null> =>
  tx.case.findUnique({ where: { id: caseId }, include: WHOLE_CASE });

export const localeOf = (text: string): Locale => {
  if (!isLocale(text)) throw new Error(`Unknown language ${text} in the database`);
  return text;
};

/** The case as the law sees it, from its rows. @throws for rows that make no lawful case: a surprise, never a refusal. */
export function caseOf(row: CaseRow): Case {
  const facts: CaseFacts = {
    id: row.id,
    controllerId: row.controllerId,
    reference: row.reference,
    locale: localeOf(row.locale),
    forWhom: row.forWhom as CaseFacts['forWhom'],
    version: row.version,
    receivedAt: row.receivedAt.toISOString(),
    assigneeId: row.assigneeId,
    redactionIds: row.redactions.map(({ id }) => id),
    rights: row.rights.map((item) => ({
      id: item.id,
      regime: item.regime as RegimeId,
      right: item.right as RightId,
      decision: item.outcome && item.decidedById ? { outcome: item.outcome as Outcome, grounds: item.grounds, decidedById: item.decidedById } : null,
      approvedById: item.approvedById,
    })),
    tasks: row.tasks.map(({ id, systemId, state, attempts }) => ({ id, systemId, attempts, state: state as CaseFacts['tasks'][number]['state'] })),
  };
  switch (row.state) {
    case 'awaitingApproval':
      if (!row.decidedById) throw new Error(`Case ${row.id} awaits approval and nobody decided it`);
      return { ...facts, state: row.state, decidedById: row.decidedById };
    case 'closed':
      return { ...facts, state: row.state, how: row.closedHow as ClosedHow };
    case 'received':
    case 'verifying':
    case 'verified':
    case 'collecting':
    case 'reviewing':
    case 'preparing':
    case 'ready':
      return { ...facts, state: row.state };
    default:
      throw new Error(`Unknown state ${row.state} of case ${row.id}`);
  }
}

export const clockEventsOf = (row: Pick<CaseRow, 'clockEvents'>): ClockEvent[] =>
  row.clockEvents.map(({ kind, at, data }) => ({ ...(data as object), type: kind, at: at.toISOString() }) as ClockEvent);

/** @throws when the key was destroyed: then nothing personal of the case can be read any more. */
export function keyOf(row: Pick<CaseRow, 'id' | 'key'>): CaseKey {
  if (!row.key?.wrappedKey) throw new Error(`The key of case ${row.id} is destroyed`);
  return unwrapCaseKey(row.key.wrappedKey);
}

/** What the requester sent, opened. */
export async function answersOf(row: Pick<CaseRow, 'id' | 'key' | 'requestId'>, tx: Db = db()): Promise<SubmittedAnswers> {
  const { sealedAnswers } = await tx.rightsRequest.findUniqueOrThrow({ where: { id: row.requestId }, select: { sealedAnswers: true } });
  return submittedAnswersSchema.parse(openJson(keyOf(row), sealedAnswers, `answers:${row.requestId}`));
}
