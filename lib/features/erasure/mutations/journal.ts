import type { ErasureJournal } from '@/lib/connectors/erase-once';
import type { Actor } from '@/lib/domain/case/actor';
import { countsOf } from '@/lib/domain/erasure/plan';
import type { SystemFacts } from '@/lib/domain/erasure/types';
import { lockedCase } from '@/lib/features/case-file/data/case';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { db, transaction } from '@/lib/platform/db/client';
import { type CaseKey, openJson, sealJson } from '@/lib/platform/vault/case-key';

const WORKER: Actor = { kind: 'system', id: 'worker' };

const contextOf = (erasureId: string, systemId: string): string => `erased:${erasureId}:${systemId}`;

/** How far a system's part has come, in our own database. That it is done is said in the case in the same transaction, once. */
export function journalOf(
  { erasureId, caseId, key }: { readonly erasureId: string; readonly caseId: string; readonly key: CaseKey },
  systemId: string,
): ErasureJournal {
  const where = { erasureId_systemId: { erasureId, systemId } };
  const context = contextOf(erasureId, systemId);
  return {
    async read() {
      const row = await db().erasedSystem.findUnique({ where });
      if (row === null) return null;
      const facts = openJson(key, row.sealedFacts, context) as SystemFacts;
      return row.state === 'committing' && row.transactionId !== null
        ? { state: 'committing', transactionId: row.transactionId, facts }
        : { state: 'erased', facts };
    },
    async write(entry) {
      const { state, facts } = entry;
      const transactionId = entry.state === 'committing' ? entry.transactionId : null;
      const data = { state, transactionId, sealedFacts: sealJson(key, facts, context) };
      await transaction(async (tx) => {
        await lockedCase(tx, caseId);
        if (state === 'erased')
          await handleIn(
            tx,
            caseId,
            { type: 'RecordSystemErased', erasureId, systemId, counts: countsOf(facts.collections) },
            WORKER,
          );
        await tx.erasedSystem.upsert({ where, create: { erasureId, systemId, ...data }, update: data });
      });
    },
  };
}

/** What earlier plans of the same case had erased before another one took their place, by system. */
export async function erasedBefore(caseId: string, erasureId: string, key: CaseKey): Promise<[string, SystemFacts][]> {
  const rows = await db().erasedSystem.findMany({
    where: { state: 'erased', erasureId: { not: erasureId }, erasure: { caseId } },
    orderBy: { erasure: { askedAt: 'asc' } },
  });
  return rows.map((row) => [
    row.systemId,
    openJson(key, row.sealedFacts, contextOf(row.erasureId, row.systemId)) as SystemFacts,
  ]);
}
