import type { HttpCollection, HttpFind } from '@/lib/domain/datamap/http/types';
import type { CollectionStep, Selection } from '@/lib/domain/datamap/plan';
import { placeName } from '@/lib/domain/datamap/reach';
import type { DataSystem, Place } from '@/lib/domain/datamap/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { isFoundBy, keysAt } from '../keyed/held';
import { linesOfRecords, recordId, recordOut } from '../keyed/record-out';
import type { By, KeyedSource } from '../keyed/source';
import { within } from '../keyed/store';
import { phoneReading } from '../phone-forms';
import { SourceError, type Key } from '../port';
import type { HttpClient } from './client';
import { recordsOfPages } from './pages';
import { rendered, type Values } from './template';

const nameOf = (at: readonly Place[]): string => at.map(placeName).toSorted().join(' + ');

const placesOf = (by: By): readonly Place[] => (by.kind === 'identity' ? [by.at] : by.at);

/** The collection of the map that a selection is of. @throws SourceError */
export function httpCollectionIn(
  system: DataSystem,
  { collectionId }: Pick<Selection, 'collectionId'>,
): HttpCollection {
  const access = system.collections.find(({ id }) => id === collectionId)?.access;
  if (access?.kind === 'http') return access;
  throw new SourceError('badMap', `nothing says how ${collectionId} is asked for`);
}

function findFor(access: HttpCollection, by: By, collectionId: string): HttpFind {
  const way = nameOf(placesOf(by));
  const find = access.find.find((one) => nameOf(one.by) === way);
  if (find) return find;
  throw new SourceError('badMap', `records of ${collectionId} are found by ${way}, and no request asks for them so`);
}

/** Every value to ask for, by the names that stand for it in the request. A number is asked for in each way in which it may be written. */
function valuesOf(by: By): Values[] {
  if (by.kind === 'keys')
    return by.keys.map((key) => Object.fromEntries(by.at.map((place, n) => [placeName(place), key[n]!])));
  const texts =
    by.match === 'phone'
      ? by.values
          .flatMap((value) => phoneReading(value, by.country).forms)
          .map(({ international, digits }) => (international ? `+${digits}` : digits))
      : by.values;
  return [...new Set(texts)].map((text) => ({ [placeName(by.at)]: text }));
}

/** Whether a record that came is one that was asked for. @throws SourceError where it is another's, or does not say */
function belongs(record: DataRecord, by: By, { answers }: HttpFind, shown: string): boolean {
  if (answers === 'unshown') return true;
  const found = isFoundBy(record, by);
  if (found === true || (found === false && answers === 'more')) return found;
  const way = nameOf(placesOf(by));
  throw new SourceError(
    'badMap',
    found === false
      ? `${shown} answers with records that have another ${way} than was asked for: it may not know the parameter; where it searches by parts of words, write "answers: more"`
      : `${shown} answers with records that do not show ${way}: where the address itself says whose they are, write "answers: unshown"`,
  );
}

/** The records of a collection found in any of these ways, each once, as the service wrote them. @throws SourceError */
export async function* found(
  client: HttpClient,
  access: HttpCollection,
  selection: Pick<CollectionStep, 'collectionId'> & { readonly orderBy?: readonly string[] },
  by: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<DataRecord> {
  const ways = by.flatMap((one) => valuesOf(one).map((values) => ({ by: one, values })));
  const [seen, keyed] = [new Set<string>(), (selection.orderBy ?? []).length > 0];
  for (const way of ways) {
    const find = findFor(access, way.by, selection.collectionId);
    const request = rendered(find.request, way.values);
    if (request === null) continue;
    const own: string[] = [];
    for await (const record of recordsOfPages(client, request, find, signal)) {
      if (!belongs(record, way.by, find, request.shown)) continue;
      const id = keyed || ways.length > 1 ? recordId({ orderBy: selection.orderBy ?? [] }, record) : '';
      if (seen.has(id)) continue;
      // Without a key two records of one answer may well be alike; found by another way too, they are the same.
      if (keyed) seen.add(id);
      else if (ways.length > 1) own.push(id);
      yield record;
    }
    own.forEach((id) => seen.add(id));
  }
}

/** @param client made when the first request is */
export function httpSource(system: DataSystem, client: HttpClient): KeyedSource {
  const all = (
    selection: Pick<CollectionStep, 'collectionId'> & { readonly orderBy?: readonly string[] },
    by: readonly By[],
    signal?: AbortSignal,
  ) => found(client, httpCollectionIn(system, selection), selection, by, within(system.timeoutSeconds, signal));
  return {
    async *records(step, by, { signal }) {
      const out = async function* () {
        for await (const record of all(step, by, signal)) yield recordOut(step, record);
      };
      yield* linesOfRecords(out());
    },
    async count(step, by, { signal }) {
      let records = 0;
      for await (const record of all(step, by, signal)) records += record ? 1 : 0;
      return records;
    },
    async keys(selection, by, at, { signal }) {
      const keys = new Map<string, Key>();
      for await (const record of all(selection, by, signal))
        for (const key of keysAt(record, at)) keys.set(JSON.stringify(key), key);
      return [...keys.values()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    },
    // How a service compares what it is asked for is its own affair: it is given the value, and nothing more is promised.
    forms: async ({ where }) =>
      where.flatMap((one) => (one.kind === 'identity' ? [{ kind: one.identity, form: 'exact' as const }] : [])),
  };
}
