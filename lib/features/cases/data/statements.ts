import { db } from '@/lib/platform/db/client';

/** The statements that were given in a case, sealed. */
export const givenStatements = (caseId: string) =>
  db().statement.findMany({ where: { caseId }, select: { id: true, rightItemId: true, sealedStatement: true } });
