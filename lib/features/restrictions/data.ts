import { RIGHT_IDS } from '@/lib/domain/law/types';
import { effectStepOf } from '@/lib/domain/law/right-effects';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';

const PAGE_SIZE = 50;

const RESTRICTING = RIGHT_IDS.filter((right) => effectStepOf(right) === 'restrict');

/** @param controllerIds empty for all */
const restricted = (controllerIds: readonly string[], ended: boolean): Prisma.CaseWhereInput => ({
  ...(controllerIds.length > 0 && { controllerId: { in: [...controllerIds] } }),
  rights: { some: { right: { in: RESTRICTING }, carriedOutOn: { not: null } } },
  liftings: ended ? { some: { state: 'lifted' } } : { none: { state: 'lifted' } },
});

/** A page of the cases in which something is restricted, or was; newest first. @param page from 1 */
export async function restrictedCases(
  controllerIds: readonly string[],
  ended: boolean,
  page: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number; readonly more: boolean }> {
  const where = restricted(controllerIds, ended);
  const [cases, total] = await Promise.all([
    db().case.findMany({
      where,
      select: { id: true },
      orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db().case.count({ where }),
  ]);
  return { ids: cases.map(({ id }) => id), total, more: total > page * PAGE_SIZE };
}
