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
import { cellText } from '@/lib/domain/records/json-text';
import { newId } from '@/lib/platform/ids';
import { MOST_MATCHES, type Reach } from './schema';
import type { ChangedSince } from './types';
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
    collectionsOf(controller(row.controllerId).dataMap).filter(({ id }) => found.has(id)),
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

/** When somebody last opened a page of a case; null where they never did. @param view as the log names the page */
export async function lastLooked(caseId: string, staffId: string, view: string): Promise<Date | null> {
  const reads = await db().auditEvent.findMany({
    where: { caseId, actorId: staffId, kind: 'CaseRead' },
    orderBy: { position: 'desc' },
    select: { at: true, body: true },
  });
  const seen = reads.find(({ body }) => (JSON.parse(body) as { data: { view: string } }).data.view === view);
  return seen?.at ?? null;
}

/** What was hidden, shown again, left shown and decided in a case since then. */
export async function changesSince(caseId: string, at: Date): Promise<ChangedSince> {
  const [redactions, shown, decided] = await Promise.all([
    db().redaction.findMany({
      where: { caseId, OR: [{ createdAt: { gt: at } }, { undoneAt: { gt: at } }] },
      select: { id: true, createdAt: true, undoneAt: true },
    }),
    db().shownValue.count({ where: { caseId, createdAt: { gt: at }, undoneAt: null } }),
    db().rightItem.findMany({ where: { caseId, decidedAt: { gt: at } }, select: { id: true } }),
  ]);
  return {
    at,
    hidden: redactions.filter(({ undoneAt }) => undoneAt === null).map(({ id }) => id),
    shownAgain: redactions.filter(({ createdAt, undoneAt }) => undoneAt !== null && createdAt <= at).length,
    leftShown: shown,
    decided: decided.map(({ id }) => id),
  };
}

/**
 * Every other place in the records of a case where the same stands: the passage in any value, or the whole value. What is hidden there already is
 * left out, and no more are given than a person can answer for at once.
 */
export async function placesAlike(
  row: CaseRow,
  { collectionId, recordNo, field, passage }: Hidden,
  reach: Exclude<Reach, 'here'>,
): Promise<readonly Alike[]> {
  const [found] = await readRecords(row.id, collectionId, recordNo, 1);
  const text = passage ?? cellText(found?.record[field]);
  if (text === '') return [];
  const held = row.results.flatMap(({ collectionId: id, records }) => (records > 0 ? [id] : []));
  const all = underLaw(
    collectionsOf(controller(row.controllerId).dataMap).filter(({ id }) => held.includes(id)),
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
  const places: Alike[] = [];
  for (const collection of all.filter(({ id }) => reach === 'everywhere' || id === collectionId))
    for await (const one of allRecords(row.id, collection.id)) {
      if (hidden.has(placeOf(collection.id, one.recordNo, null, null))) continue;
      const open = fieldsToDecide(collection, one.record, own);
      for (const [name, value] of Object.entries(one.record)) {
        const said = cellText(value);
        const same = passage === null ? said === text : said.includes(text);
        if (!same || (reach === 'collection' && name !== field)) continue;
        const known = collection.fields.find((field) => field.name === name);
        if (known && isNeverSent(known, one.record)) continue;
        if (collection.id === collectionId && one.recordNo === recordNo && name === field) continue;
        if ([null, passage].some((part) => hidden.has(placeOf(collection.id, one.recordNo, name, part)))) continue;
        places.push({
          redactionId: newId(),
          collectionId: collection.id,
          recordNo: one.recordNo,
          field: name,
          decides: open.filter((left) => left === name),
        });
        if (places.length >= MOST_MATCHES - 1) return places;
      }
    }
  return places;
}

/** What a person chose to hide, and where. */
type Hidden = {
  readonly collectionId: string;
  readonly recordNo: number;
  readonly field: string;
  readonly passage: string | null;
};
