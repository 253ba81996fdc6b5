import type { Locale } from '../locale';
import type { ParsedFile } from './build';
import { collectionIdOf } from './build-collection';
import { PORTAL } from './portal';
import { checkDisclosures } from './check-disclosures';
import { checkErasure } from './check-erasure';
import { checkMarks, checkStopped } from './check-marks';
import { checkPeople } from './check-people';
import { checkFields, checkReferences, collectionsById } from './check-references';
import { checkKeys, checkTexts } from './check-texts';
import { noteUnread } from './fides';
import { checkFiles } from './files/check';
import { checkHttp } from './http/check';
import { checkOpenDsr } from './opendsr/check';
import { eitherReferences, missingFacts } from './gaps';
import { suggestion, type Problem, type Report } from './problem';
import type { CollectionEntry, WrittenFacts } from './schema';
import type { DataMap } from './types';

type Path = readonly PropertyKey[];

const VOCABULARIES = ['categories', 'purposes', 'recipients', 'retentions', 'transfers', 'facts'] as const;

/** Everything about a data map that its grammar cannot say: names that must exist, and must not exist twice. */
export function checkDataMap(
  files: readonly ParsedFile[],
  dataMap: DataMap,
  languages: readonly Locale[],
  identifierKinds: readonly string[],
) {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const seen = new Map<string, string>();
  const collections = collectionsById(dataMap);
  for (const { file, content } of files) {
    const report: Report = (path, message, fix) => problems.push({ file, path, message, fix });
    const note: Report = (path, message, fix) => notes.push({ file, path, message, fix });
    const once = (what: string, id: string, path: Path) => {
      const earlier = seen.get(`${what} ${id}`);
      if (earlier === undefined) seen.set(`${what} ${id}`, file);
      else
        report(
          path,
          `${what} "${id}" is defined a second time; the first is in ${earlier}`,
          'give one of them another id, or remove it',
        );
    };
    checkDisclosures(content.rightsdesk?.disclosures ?? {}, dataMap, report);
    checkStopped(content.rightsdesk?.purposes ?? {}, dataMap, report);
    for (const year of Object.keys(content.rightsdesk?.disclosures ?? {}))
      once('disclosures', year, ['rightsdesk', 'disclosures', year]);
    for (const kind of VOCABULARIES) {
      for (const id of Object.keys(content.rightsdesk?.[kind] ?? {})) once(kind, id, ['rightsdesk', kind, id]);
    }
    (content.dataset ?? []).forEach((system, index) => {
      const path = ['dataset', index];
      once('system', system.fides_key, [...path, 'fides_key']);
      noteUnread(system, path, note);
      checkPeople(system, path, report);
      checkHttp(system, path, dataMap, report);
      checkFiles(system, path, dataMap, report);
      if (system.fides_key === PORTAL)
        report(
          [...path, 'fides_key'],
          `"${PORTAL}" is what this portal itself is called`,
          'give the system another name',
        );
      checkOpenDsr(system, path, dataMap, report);
      checkFacts(system.meta?.rightsdesk?.defaults, [...path, 'meta', 'rightsdesk', 'defaults'], dataMap, report);
      system.collections.forEach((collection, number) => {
        const at = [...path, 'collections', number];
        once('collection', collectionIdOf(system.fides_key, collection.name), [...at, 'name']);
        checkCollection(collection, at, dataMap, report);
        checkFields(collection, at, {
          collections,
          identifierKinds,
          report,
          note,
          collectionId: collectionIdOf(system.fides_key, collection.name),
        });
        checkReferences(collection, at, { collections, report, note });
        checkErasure(system.fides_key, collection, at, dataMap, report);
        checkMarks(system.fides_key, collection, at, dataMap, report);
      });
    });
    checkFacts(content.rightsdesk?.portal, ['rightsdesk', 'portal'], dataMap, report);
    checkTexts(content, languages, report);
    checkKeys(content, report);
  }
  if (dataMap.systems.length === 0) {
    problems.push({
      file: files[0]?.file ?? 'data-map.yaml',
      path: [],
      message: 'there is no data system',
      fix: 'describe at least one under "dataset:"',
    });
  }
  return { problems, gaps: missingFacts(files, dataMap), notes: [...notes, ...eitherReferences(files, dataMap)] };
}

function checkFacts(facts: WrittenFacts | undefined, path: Path, dataMap: DataMap, report: Report): void {
  const known = (kind: (typeof VOCABULARIES)[number], ids: readonly string[] | undefined, key: string) =>
    (ids ?? []).forEach((id, index) => {
      if (id in dataMap[kind]) return;
      const at = key === 'retention' ? [...path, key] : [...path, key, index];
      report(
        at,
        `${key} names "${id}", which is not among the ${kind}`,
        suggestion(id, Object.keys(dataMap[kind]), `define "${id}" under rightsdesk.${kind}`),
      );
    });
  if (facts === undefined) return;
  known('purposes', facts.purposes, 'purposes');
  known('recipients', facts.recipients, 'recipients');
  known('retentions', facts.retention === undefined ? undefined : [facts.retention], 'retention');
  known('transfers', facts.transfers, 'transfers');
}

function checkCollection(collection: CollectionEntry, at: Path, dataMap: DataMap, report: Report): void {
  const own = collection.meta?.rightsdesk;
  if (own === undefined) return;
  const path = [...at, 'meta', 'rightsdesk'];
  checkFacts(own, path, dataMap, report);
  if (own.category !== undefined && !(own.category in dataMap.categories)) {
    report(
      [...path, 'category'],
      `category "${own.category}" is not among the categories`,
      suggestion(own.category, Object.keys(dataMap.categories), `define "${own.category}" under rightsdesk.categories`),
    );
  }
  const hasIdentity = collection.fields.some((field) => (field.fides_meta ?? field.fidesops_meta)?.identity);
  if (own.account && !hasIdentity) {
    report(
      [...path, 'account'],
      'a collection of accounts needs a field by which a person is found',
      'give one of its fields fides_meta: { identity: email }, or remove "account"',
    );
  }
}
