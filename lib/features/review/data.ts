import { collectionsOf } from '@/lib/domain/datamap/build';
import { fieldsToDecide } from '@/lib/domain/fulfilment/marked';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { type LawfulCollection, underLaw } from '@/lib/domain/fulfilment/under-law';
import { requestLawOf } from '@/lib/features/case-file/data/case';
import { allLines, readRecords } from '@/lib/features/collection/data/records';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';

async function collectionsFor(caseId: string): Promise<readonly LawfulCollection[]> {
  const row = await db().case.findUniqueOrThrow({
    where: { id: caseId },
    select: { controllerId: true, receivedAt: true, rights: true },
  });
  return underLaw(collectionsOf(controller(row.controllerId).dataMap), requestLawOf(row));
}

/** Names of the fields of one collected record that the data map leaves to a person and that hold something. */
export async function openFieldsOf(caseId: string, collectionId: string, recordNo: number): Promise<string[]> {
  const collections = await collectionsFor(caseId);
  const collection = collections.find(({ id }) => id === collectionId);
  const [found] = collection ? await readRecords(caseId, collectionId, recordNo, 1) : [];
  if (!collection || !found) return [];
  return fieldsToDecide(collection, found.record, await ownValuesOf(collections, (id) => allLines(caseId, id)));
}

/** Whether the data map leaves the values of a field to a person. */
export const isLeftToPeople = async (caseId: string, collectionId: string, field: string): Promise<boolean> =>
  (await collectionsFor(caseId)).some(
    ({ id, fields }) =>
      id === collectionId && fields.some(({ name, otherPerson }) => name === field && otherPerson?.rule === 'decide'),
  );
