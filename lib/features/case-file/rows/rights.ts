import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { Outcome, RegimeId, RightId } from '@/lib/domain/law/types';
import type { Weighing } from '@/lib/domain/law/weighing';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { type CaseKey, sealJson, sealText } from '@/lib/platform/vault/case-key';

// Rows of the rights in a case.

export async function addRights(
  tx: Db,
  caseId: string,
  rights: readonly { regime: RegimeId; right: RightId }[],
): Promise<void> {
  await tx.rightItem.createMany({ data: rights.map(({ regime, right }) => ({ id: newId(), caseId, regime, right })) });
}

export async function recordDecision(
  tx: Db,
  key: CaseKey,
  decision: {
    rightItemId: string;
    outcome: Outcome;
    grounds: readonly string[];
    facts: string;
    confirmed: readonly string[];
    weighing: Weighing | null;
  },
  by: { staffId: string; at: Date },
): Promise<void> {
  await tx.rightItem.update({
    where: { id: decision.rightItemId },
    data: {
      outcome: decision.outcome,
      grounds: [...decision.grounds],
      confirmed: [...decision.confirmed],
      sealedFacts: decision.facts === '' ? null : sealText(key, decision.facts, `facts:${decision.rightItemId}`),
      sealedWeighing: decision.weighing && sealJson(key, decision.weighing, `weighing:${decision.rightItemId}`),
      decidedAt: by.at,
      decidedById: by.staffId,
    },
  });
}

export async function recordStop(tx: Db, rightItemId: string, at: Date): Promise<void> {
  await tx.rightItem.update({ where: { id: rightItemId }, data: { stoppedAt: at } });
}

const sealedDoing = (key: CaseKey, rightItemId: string, facts: string) =>
  sealText(key, facts, `carriedOut:${rightItemId}`);

/** The words in which it is told once it is done: until then nobody reads them. */
export async function draftCarriedOut(tx: Db, key: CaseKey, rightItemId: string, facts: string): Promise<void> {
  await tx.rightItem.update({
    where: { id: rightItemId },
    data: { sealedCarriedOut: sealedDoing(key, rightItemId, facts) },
  });
}

/** @param done `facts` null where the words were written when it was begun */
export async function recordCarriedOut(
  tx: Db,
  key: CaseKey,
  done: { rightItemId: string; on: LocalDate; systems: readonly string[]; facts: string | null; byId: string },
  at: Date,
): Promise<void> {
  await tx.rightItem.update({
    where: { id: done.rightItemId },
    data: {
      carriedOutOn: new Date(done.on),
      carriedOutIn: [...done.systems],
      carriedOutAt: at,
      carriedOutById: done.byId,
      ...(done.facts !== null && { sealedCarriedOut: sealedDoing(key, done.rightItemId, done.facts) }),
    },
  });
}

export async function recordApproval(
  tx: Db,
  rightItemIds: readonly string[],
  by: { staffId: string; at: Date },
): Promise<void> {
  await tx.rightItem.updateMany({
    where: { id: { in: [...rightItemIds] }, approvedAt: null },
    data: { approvedAt: by.at, approvedById: by.staffId },
  });
}

/** A decision that was returned, taken back, or whose records are asked for anew, is decided anew; what was written stays as the draft of it. */
export async function clearDecisions(tx: Db, rightItemIds: readonly string[]): Promise<void> {
  await tx.rightItem.updateMany({
    where: { id: { in: [...rightItemIds] } },
    data: {
      outcome: null,
      grounds: [],
      confirmed: [],
      decidedAt: null,
      decidedById: null,
      approvedAt: null,
      approvedById: null,
    },
  });
}
