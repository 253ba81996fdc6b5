import { collectionsOf } from '@/lib/domain/datamap/build';
import type { WithheldSum } from '@/lib/domain/case/types';
import { copyOf } from '@/lib/domain/fulfilment/copy';
import { fieldsToDecide } from '@/lib/domain/fulfilment/marked';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { isWithheldByMap, type LawfulCollection, underLaw } from '@/lib/domain/fulfilment/under-law';
import { byGrounds } from '@/lib/domain/fulfilment/withheld';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { copyWords } from '@/lib/features/cases/data/answer-words';
import { type CaseRow, keyOf, requestLawOf } from '@/lib/features/case-file/data/case';
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

/** More records than this are not counted through to show a page: the sum is in the letter once the copy is made. */
const MOST_COUNTED = 5000;

/** What the copy of a case would hide now, by grounds, as it will be counted when it is made; null where that takes too long for a page. */
export async function hiddenSums(row: CaseRow): Promise<readonly WithheldSum[] | null> {
  const found = new Map(
    row.results.flatMap(({ collectionId, records }) => (records > 0 ? [[collectionId, records]] : [])),
  );
  const collections = underLaw(
    collectionsOf(controller(row.controllerId).dataMap).filter(({ id }) => found.has(id)),
    requestLawOf(row),
  );
  const ruled = collections.filter(({ fields }) => fields.some(({ otherPerson }) => isWithheldByMap(otherPerson)));
  if (ruled.reduce((sum, { id }) => sum + (found.get(id) ?? 0), 0) > MOST_COUNTED) return null;
  const redactions = await redactionsOf(row.id, keyOf(row));
  const read = (collectionId: string, wanted?: ReadonlySet<number>) => allLines(row.id, collectionId, wanted);
  const { counts } = await copyOf({ collections, read, redactions }, copyWords('en')).withheld();
  return byGrounds(counts);
}

/** Whether the data map leaves the values of a field to a person. */
export const isLeftToPeople = async (caseId: string, collectionId: string, field: string): Promise<boolean> =>
  (await collectionsFor(caseId)).some(
    ({ id, fields }) =>
      id === collectionId && fields.some(({ name, otherPerson }) => name === field && otherPerson?.rule === 'decide'),
  );
