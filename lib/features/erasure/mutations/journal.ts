import type { ErasureJournal } from '@/lib/connectors/erase-once';
import type { Actor } from '@/lib/domain/case/actor';
import { countsOf } from '@/lib/domain/erasure/plan';
import type { StayingKeys } from '@/lib/domain/erasure/staying';
import type { SystemFacts } from '@/lib/domain/erasure/types';
import { lockedCase } from '@/lib/features/case-file/data/case';
import { erasedContext, stayingContext } from '@/lib/features/case-file/data/erasure';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { db, transaction } from '@/lib/platform/db/client';
import { type CaseKey, openJson, sealJson } from '@/lib/platform/vault/case-key';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/** How far a system's part has come, in our own database. That it is done is said in the case in the same transaction, once. */
export function journalOf(
  { erasureId, caseId, key }: { readonly erasureId: string; readonly caseId: string; readonly key: CaseKey },
  systemId: string,
): ErasureJournal {
  const where = { erasureId_systemId: { erasureId, systemId } };
  const context = erasedContext(erasureId, systemId);
  /** Outside the transaction of the entry, so that the case is not locked as long as it takes: without an entry nobody reads them. */
  async function writeStaying(staying: AsyncIterable<StayingKeys>): Promise<void> {
    await db().stayingKeys.deleteMany({ where: { erasureId, systemId } });
    let part = 0;
    for await (const { id: keysId, keys } of staying) {
      const sealedKeys = sealJson(key, keys, stayingContext(erasureId, systemId, part));
      await db().stayingKeys.create({ data: { erasureId, systemId, part, keysId, sealedKeys } });
      part += 1;
    }
  }
  return {
    async read() {
      const row = await db().erasedSystem.findUnique({ where });
      if (row === null) return null;
      const facts = openJson(key, row.sealedFacts, context) as SystemFacts;
      const { state, transactionId } = row;
      return (state === 'committing' || state === 'brokenOff') && transactionId !== null
        ? { state, transactionId, facts }
        : { state: 'erased', facts };
    },
    async write(entry, staying) {
      if (staying) await writeStaying(staying);
      const { state, facts } = entry;
      const transactionId = entry.state === 'erased' ? null : entry.transactionId;
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
