import { localDateOf, type LocalDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { isHolding } from '@/lib/domain/erasure/holds';
import { controllers } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';

/** A hold as it is shown: what it covers, why, by whom, and whether it still does. */
export type HoldView = {
  readonly id: string;
  readonly controller: string;
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly collections: readonly string[];
  readonly groundId: string;
  readonly reason: string;
  readonly until: LocalDate | null;
  readonly placedAt: Date;
  readonly placedById: string;
  readonly released: { readonly at: Date; readonly byId: string } | null;
  readonly timezone: string;
  /** `ended`: its last day is over. */
  readonly state: 'holding' | 'ended' | 'released';
};

/** Every hold of these controllers, the newest first. */
export async function holdsOf(controllerIds: readonly string[], now: Date): Promise<readonly HoldView[]> {
  const rows = await db().legalHold.findMany({
    where: { controllerId: { in: [...controllerIds] } },
    include: { case: { select: { reference: true } } },
    orderBy: { placedAt: 'desc' },
    take: 500,
  });
  return rows.flatMap((row) => {
    const loaded = controllers().get(row.controllerId);
    if (!loaded) return [];
    const { definition, dataMap } = loaded;
    const titles = new Map(
      dataMap.systems.flatMap(({ name, collections }) =>
        collections.map(({ id, title }) => [id, `${name.en}: ${title.en}`] as const),
      ),
    );
    const until = row.untilOn && toLocalDate(row.untilOn);
    const holding = isHolding({ until }, localDateOf(now.toISOString(), definition.timezone));
    return [
      {
        id: row.id,
        controller: definition.name,
        caseId: row.caseId,
        reference: row.case?.reference ?? null,
        collections: row.collections.map((id) => titles.get(id) ?? id),
        groundId: row.groundId,
        reason: row.reason,
        until,
        placedAt: row.placedAt,
        placedById: row.placedById,
        released: row.releasedAt && { at: row.releasedAt, byId: row.releasedById ?? '' },
        timezone: definition.timezone,
        state: row.releasedAt !== null ? 'released' : holding ? 'holding' : 'ended',
      },
    ];
  });
}

/** The case of a reference at a controller; null where there is none. */
export const caseOfReference = (controllerId: string, reference: string) =>
  db().case.findFirst({
    where: { controllerId, reference: { equals: reference, mode: 'insensitive' } },
    select: { id: true },
  });

export const holdRow = (id: string) => db().legalHold.findUnique({ where: { id } });
