import { categoryFacts } from '@/lib/documents/category-facts';
import { sharedFacts } from '@/lib/documents/shared-facts';
import { shownValue } from '@/lib/documents/shown-value';
import { wordingOf } from '@/lib/documents/wording';
import { columnsOf } from '@/lib/domain/bundle/columns';
import type { BundleCategory, BundleField } from '@/lib/domain/bundle/types';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { describeCollection } from '@/lib/domain/fulfilment/categories';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { underLaw } from '@/lib/domain/fulfilment/under-law';
import type { Locale } from '@/lib/domain/locale';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { caseOf, caseRow, keyOf, requestLawOf } from '@/lib/features/case-file/data/case';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { resultsOf } from '@/lib/features/case-file/data/results';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { copyWords } from '@/lib/features/cases/data/answer-words';
import { allLines, readRecords } from '@/lib/features/collection/data/records';
import { lawOfFacts } from '@/lib/features/fulfilment/data';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import type { CopyLine, CopyPage, ReadableSystem } from './types';

/** The newest copy of a case, destroyed ones too. */
export const newestBundle = (caseId: string, tx: Db = db()) =>
  tx.bundle.findFirst({ where: { caseId, state: { in: ['sealed', 'destroyed'] } }, orderBy: { createdAt: 'desc' } });

/** What a copy holds, system by system in the order of the data map, with what the law wants said. */
export async function systemsOf(
  caseId: AuthorizedCaseId,
  locale: Locale,
  contents: readonly { readonly collectionId: string; readonly records: number }[],
): Promise<ReadableSystem[]> {
  const row = await caseRow(caseId);
  if (!row) return [];
  const { held: dataMap, definition } = controller(row.controllerId);
  const regimes = caseOf(row).rights.map(({ regime }) => regime);
  const on = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  const { basisAct, portableBy } = lawOfFacts(regimes, on, locale);
  const wording = wordingOf({ locale, timezone: definition.timezone });
  const found = new Map(resultsOf(row).map(({ collectionId, records }) => [collectionId, records]));
  const held = new Map(contents.map(({ collectionId, records }) => [collectionId, records]));
  return dataMap.systems.flatMap(({ id, name, collections }) => {
    const kinds = collections.flatMap((collection) => {
      const records = held.get(collection.id);
      if (!records) return [];
      const category = describeCollection(dataMap, collection.id, locale, basisAct);
      const facts = categoryFacts(category, { controller: definition, portableBy }, wording);
      return [{ records, found: found.get(collection.id) ?? 0, category, facts }];
    });
    const { shared } = sharedFacts(
      kinds.map(({ facts }) => facts),
      (term) => wording.t('besides', { term }),
    );
    return kinds.length > 0 ? [{ id, name: name[locale], kinds, shared }] : [];
  });
}

/** Some records of a copy as its reader sees them: those numbered from `from` in the order of collecting, without what is left out whole. */
export async function copyPage(
  caseId: AuthorizedCaseId,
  category: BundleCategory,
  locale: Locale,
  from: number,
  count: number,
): Promise<CopyPage> {
  const row = await caseRow(caseId);
  if (!row) return { shown: [], read: 0 };
  const collections = underLaw(collectionsOf(controller(row.controllerId).held), requestLawOf(row));
  const collection = collections.find(({ id }) => id === category.collectionId)!;
  const redactions = (await redactionsOf(row.id, keyOf(row))).filter(
    ({ collectionId }) => collectionId === collection.id,
  );
  const own = await ownValuesOf(collections, (id) => allLines(row.id, id));
  const records = await readRecords(row.id, collection.id, from, count);
  const marks = wordMarks(copyWords(locale).hidden);
  return {
    read: records.length,
    shown: records.flatMap(({ recordNo, record }) => {
      const seen = asRequesterSees(recordNo, record, collection, redactions, own, locale, marks).record;
      return seen ? [{ no: recordNo + 1, lines: linesOf(seen, category.fields, locale) }] : [];
    }),
  };
}

const UNKNOWN = { unit: null, values: {}, technical: false } as const;

function linesOf(record: DataRecord, fields: readonly BundleField[], locale: Locale): CopyLine[] {
  const words = { locale, t: translator(locale, 'bundle') };
  const known = new Map(fields.map((field) => [field.name, field]));
  return columnsOf(fields, Object.keys(record)).map(({ name, title }) => {
    const field = known.get(name) ?? UNKNOWN;
    const value = Object.hasOwn(record, name) ? record[name] : null;
    return { name, title, technical: field.technical, shown: shownValue(value, field, words) };
  });
}
