import type { IndexEntry } from '@/lib/features/case-file/types/index-entry';
import type { Db } from '@/lib/platform/db/client';

/** What cases are searched by, made anew. @param mark names the forms and the key of these entries */
export async function replaceIndex(
  tx: Db,
  mark: string,
  entries: ReadonlyMap<string, readonly IndexEntry[]>,
): Promise<void> {
  const ids = [...entries.keys()];
  await tx.blindIndexEntry.deleteMany({ where: { caseId: { in: ids } } });
  await tx.blindIndexEntry.createMany({
    data: [...entries].flatMap(([caseId, own]) => own.map((entry) => ({ caseId, ...entry }))),
  });
  await tx.case.updateMany({ where: { id: { in: ids } }, data: { indexedAs: mark } });
}
