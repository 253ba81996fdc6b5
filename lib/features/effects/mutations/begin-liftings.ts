import type { Actor } from '@/lib/domain/case/actor';
import { liftableFrom, restrictedBy } from '@/lib/domain/case/restriction';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { caseOf, caseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { liftPlan } from '@/lib/features/cases/data/effect-plan';
import { handle } from '@/lib/features/cases/mutations/handle';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/** Begins every lifting whose day has come and of which the person was told on a day before: Art. 18(3) GDPR. */
export async function beginLiftings(now: Date = new Date()): Promise<void> {
  const announced = await db().lifting.findMany({
    where: { state: 'announced', case: { key: { wrappedKey: { not: null } } } },
    select: { caseId: true },
  });
  for (const { caseId } of announced) await beginLifting(caseId, now);
}

async function beginLifting(caseId: string, now: Date): Promise<void> {
  const row = await caseRow(caseId);
  if (!row) return;
  const current = caseOf(row);
  const { lifting } = current;
  const item = restrictedBy(current);
  const { definition, dataMap } = controller(row.controllerId);
  const from = lifting && liftableFrom(lifting);
  if (!lifting || !item?.carriedOut || !from || localDateOf(now.toISOString(), definition.timezone) < from) return;
  const { identities } = await knownBy(row);
  const tasks = liftPlan(item.right, item.carriedOut.systems, { dataMap, identities });
  await handle(
    caseId,
    {
      type: 'BeginLifting',
      liftingId: lifting.id,
      tasks: tasks.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
    },
    WORKER,
    { at: now },
  );
}
