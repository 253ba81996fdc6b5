import type { Prisma } from '@/lib/platform/db/generated/client';

/** A case in which work goes on: not closed, and not stopped by the person whose data it is. */
export const GOING_ON: Prisma.CaseWhereInput = {
  closedAt: null,
  OR: [{ mandate: null }, { mandate: { answer: null } }, { mandate: { answer: 'confirmed' } }],
};
