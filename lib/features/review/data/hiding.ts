import { collectionsOf } from '@/lib/domain/datamap/build';
import type { Alike } from '@/lib/domain/case/commands/review';
import type { WithheldSum } from '@/lib/domain/case/types';
import { copyOf } from '@/lib/domain/fulfilment/copy';
import { fieldsToDecide } from '@/lib/domain/fulfilment/marked';
import { isNeverSent } from '@/lib/domain/fulfilment/never-sent';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { isKeptBack, type LawfulCollection, underLaw } from '@/lib/domain/fulfilment/under-law';
import { byGrounds } from '@/lib/domain/fulfilment/withheld';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { copyWords } from '@/lib/features/cases/data/answer-words';
import { type CaseRow, keyOf, requestLawOf } from '@/lib/features/case-file/data/case';
import { allLines, allRecords, readRecords } from '@/lib/features/collection/data/records';
import { columnsOf } from '@/lib/domain/records/columns';
import { cellText } from '@/lib/domain/records/json-text';
import { newId } from '@/lib/platform/ids';
import { MOST_MATCHES, RECORDS_PER_PAGE } from '@/lib/features/review/schema';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';

async function collectionsFor(caseId: string): Promise<readonly LawfulCollection[]> {
  const row = await db().case.findUniqueOrThrow({
    where: { id: caseId },
    select: { controllerId: true, receivedAt: true, rights: true },
  });
  return underLaw(collectionsOf(controller(row.controllerId).held), requestLawOf(row));
}

/** Names of the fields of one collected record that the data map leaves to a person and that hold something. */
export async function openFieldsOf(caseId: string, collectionId: string, recordNo: number): Promise<string[]> {
  const collections = await collectionsFor(caseId);
  const collection = collections.find(({ id }) => id === collectionId);
  const [found] = collection ? await readRecords(caseId, collectionId, recordNo, 1) : [];
  if (!collection || !found) return [];
  return fieldsToDecide(collection, found.record, await ownValuesOf(collections, (id) => allLines(caseId, id)));
}

/** Whether what stands in a field of one collected record is a secret that the law never lets be sent. */
export async function isNeverSentIn(caseId: string, collectionId: string, recordNo: number, field: string) {
  const known = (await collectionsFor(caseId)).find(({ id }) => id === collectionId)?.fields;
  const secret = known?.find(({ name }) => name === field);
  if (!secret || secret.neverSent.length === 0) return false;
  const [found] = await readRecords(caseId, collectionId, recordNo, 1);
  return found !== undefined && isNeverSent(secret, found.record);
}

/** More records than this are not counted through to show a page: the sum is in the letter once the copy is made. */
const MOST_COUNTED = 5000;

/** What the copy of a case would hide now, by grounds, as it will be counted when it is made; null where that takes too long for a page. */
export async function hiddenSums(row: CaseRow): Promise<readonly WithheldSum[] | null> {
  const found = new Map(
    row.results.flatMap(({ collectionId, records }) => (records > 0 ? [[collectionId, records]] : [])),
  );
  const collections = underLaw(
    collectionsOf(controller(row.controllerId).held).filter(({ id }) => found.has(id)),
    requestLawOf(row),
  );
  const ruled = collections.filter(({ fields }) => fields.some(isKeptBack));
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

/**
 * Every other place in the records of a case where the same stands: the passage in any value, or the whole value. What is hidden there already is
 * left out, and no more are given than a person can answer for at once.
 */
export async function placesAlike(
  row: CaseRow,
  { collectionId, recordNo, field, passage }: Hidden,
  reach: 'collection' | 'everywhere',
): Promise<readonly Alike[]> {
  const [found] = await readRecords(row.id, collectionId, recordNo, 1);
  const text = passage ?? cellText(found?.record[field]);
  if (text === '') return [];
  const isSame = (at: Place, said: string): boolean =>
    (passage === null ? said === text : said.includes(text)) &&
    (reach === 'everywhere' || at.field === field) &&
    !(at.collectionId === collectionId && at.recordNo === recordNo && at.field === field);
  const within = reach === 'everywhere' ? null : collectionId;
  return firstOf(placesWhere(row, within, passage, isSame), MOST_MATCHES - 1);
}

/** Every place of a field that holds something and is not hidden; one more than can be answered for at once where there are more. */
export const columnPlaces = (row: CaseRow, collectionId: string, field: string): Promise<readonly Alike[]> =>
  firstOf(
    placesWhere(row, collectionId, null, (at, said) => at.field === field && said !== ''),
    MOST_MATCHES + 1,
  );

async function firstOf<T>(all: AsyncIterable<T>, most: number): Promise<readonly T[]> {
  const first: T[] = [];
  for await (const one of all) if (first.push(one) >= most) break;
  return first;
}

type Place = { readonly collectionId: string; readonly recordNo: number; readonly field: string };

/** @param within a collection, or null for all. @param passage what would be hidden of each; null for the whole value */
async function* placesWhere(
  row: CaseRow,
  within: string | null,
  passage: string | null,
  isWanted: (at: Place, said: string) => boolean,
): AsyncGenerator<Alike> {
  const held = row.results.flatMap(({ collectionId: id, records }) => (records > 0 ? [id] : []));
  const all = underLaw(
    collectionsOf(controller(row.controllerId).held).filter(({ id }) => held.includes(id)),
    requestLawOf(row),
  );
  const own = await ownValuesOf(all, (id) => allLines(row.id, id));
  // Hidden whole, or this very passage of it: nothing more is to be hidden there.
  const placeOf = (...at: readonly unknown[]) => JSON.stringify(at);
  const hidden = new Set(
    (await redactionsOf(row.id, keyOf(row))).map((one) =>
      placeOf(one.collectionId, one.recordNo, one.field, one.scope === 'value' ? one.passage : null),
    ),
  );
  for (const { id: collectionId, fields } of all.filter(({ id }) => within === null || id === within))
    for await (const { recordNo, record } of allRecords(row.id, collectionId)) {
      if (hidden.has(placeOf(collectionId, recordNo, null, null))) continue;
      const open = fieldsToDecide({ fields }, record, own);
      for (const [field, value] of Object.entries(record)) {
        const at = { collectionId, recordNo, field };
        if (!isWanted(at, cellText(value))) continue;
        const known = fields.find(({ name }) => name === field);
        if (known && isNeverSent(known, record)) continue;
        if ([null, passage].some((part) => hidden.has(placeOf(collectionId, recordNo, field, part)))) continue;
        yield { redactionId: newId(), ...at, decides: open.filter((left) => left === field) };
      }
    }
}

/** How wide the columns of a table of a collection are, in letters; null where its records are not flat, as far as the first of them show. */
export async function tableColumns(
  caseId: string,
  { id, fields }: LawfulCollection,
): Promise<readonly number[] | null> {
  if (fields.some(({ inside }) => inside.length > 0)) return null;
  const first = await readRecords(caseId, id, 0, RECORDS_PER_PAGE);
  return columnsOf(
    fields.map(({ name, title }) => ({ name, title: title.en })),
    first.map(({ record }) => record),
  );
}

/** What a person chose to hide, and where. */
type Hidden = {
  readonly collectionId: string;
  readonly recordNo: number;
  readonly field: string;
  readonly passage: string | null;
};
