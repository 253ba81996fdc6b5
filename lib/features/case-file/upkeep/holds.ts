import { type LocalDate, toDbDate } from '@/lib/domain/calendar/local-date';
import type { HoldGround } from '@/lib/domain/law/keeping';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

/** What a hold covers: one case, or collections of a controller for everybody. */
export type NewHold = {
  readonly controllerId: string;
  readonly caseId: string | null;
  readonly collections: readonly string[];
  readonly groundId: HoldGround;
  readonly reason: string;
  readonly until: LocalDate | null;
};

/** @returns its id */
export async function addHold(
  tx: Db,
  { controllerId, caseId, collections, groundId, reason, until }: NewHold,
  by: { readonly staffId: string; readonly at: Date },
): Promise<string> {
  const id = newId();
  await tx.legalHold.create({
    data: {
      id,
      controllerId,
      caseId,
      collections: [...collections],
      groundId,
      reason,
      untilOn: until && toDbDate(until),
      placedAt: by.at,
      placedById: by.staffId,
    },
  });
  return id;
}

/** @returns whether it held until now */
export async function releaseHoldRow(
  tx: Db,
  id: string,
  by: { readonly staffId: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.legalHold.updateMany({
    where: { id, releasedAt: null },
    data: { releasedAt: by.at, releasedById: by.staffId },
  });
  return count === 1;
}
