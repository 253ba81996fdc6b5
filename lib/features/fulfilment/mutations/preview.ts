import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import { isForRequests } from '@/lib/connectors/open';
import { type OpenReader, SourceError } from '@/lib/connectors/port';
import { writeBundle } from '@/lib/documents/bundle/write';
import type { BundleRemedy } from '@/lib/domain/bundle/types';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { searchOf } from '@/lib/domain/datamap/sought';
import type { DataMap } from '@/lib/domain/datamap/types';
import { copyOf, type CopyWords } from '@/lib/domain/fulfilment/copy';
import { underLaw } from '@/lib/domain/fulfilment/under-law';
import { bundleFacts } from '@/lib/domain/fulfilment/facts';
import { bundleRemedies } from '@/lib/domain/fulfilment/remedies';
import { lawsProtecting, rightsFor } from '@/lib/domain/law/rights';
import { numbered, type RecordLines } from '@/lib/domain/records/lines';
import type { Locale } from '@/lib/domain/locale';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { keyUrl, lawOfFacts } from '@/lib/features/fulfilment/data';
import { copyWords, soughtSay } from '@/lib/features/cases/data/answer-words';
import { connectorsOf } from '@/lib/features/collection/mutations/collect';
import type { LoadedController } from '@/lib/platform/controllers/load';
import { db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import { signingKey } from '@/lib/platform/signing';

export type Preview = {
  readonly controller: LoadedController;
  readonly identities: Identities;
  readonly locale: Locale;
  readonly file: string;
  /** Hears now and then how far it has come. */
  readonly report: (progress: string) => void;
};

/** A system that did not answer, and where; the message holds nothing personal. */
export class PreviewFailed extends Error {}

export type MadePreview = {
  readonly manifestSha256: string;
  readonly sizeBytes: number;
  readonly records: number;
  readonly collections: readonly { collectionId: string; records: number }[];
};

/**
 * Makes a bundle for one identity without a case, straight from the sources, so that a data map can be tried; the log says that it was done.
 * The file appears under its name only when it is whole.
 * @throws PreviewFailed when a system does not answer: half a preview would look like a finding of nothing.
 */
export async function makePreview(preview: Preview, at: Date, signal: AbortSignal): Promise<MadePreview> {
  const connectorOf = connectorsOf(preview.controller.dataMap);
  // One connection for each system: making one for each of two thousand collections takes longer than reading them.
  const readers = new Map(preview.controller.dataMap.systems.map(({ id }) => [id, connectorOf(id).reading(signal)]));
  try {
    return await makeFrom(preview, readers, at, signal);
  } finally {
    for (const reader of readers.values()) await reader.close();
  }
}

type Readers = ReadonlyMap<string, OpenReader>;

async function makeFrom(
  { controller, identities, locale, file, report }: Preview,
  readers: Readers,
  at: Date,
  signal: AbortSignal,
): Promise<MadePreview> {
  const { definition, dataMap } = controller;
  const receivedOn = localDateOf(at.toISOString(), definition.timezone);
  const { results, read } = await searchSources(dataMap, identities, readers, report, signal);
  const found = results.filter(({ result }) => result === 'found');
  const words = copyWords(locale);
  const collections = underLaw(
    collectionsOf(dataMap).filter(({ id }) => found.some(({ collectionId }) => collectionId === id)),
    { rights: rightsOfNeighbour(definition, receivedOn), receivedOn },
  );
  const copy = copyOf({ collections, read, redactions: [] }, words);
  const facts = bundleFacts(
    controller,
    {
      reference: null,
      locale,
      subject: {
        name: Object.values(identities)
          .flatMap((values) => values ?? [])
          .join(', '),
      },
      answers: [],
      receivedOn,
      dueOn: null,
      madeAt: at.toISOString(),
      remedies: remediesOfNeighbour(definition, receivedOn, words),
      keyUrl: keyUrl(),
      withheld: (await copy.withheld()).lines,
      ...lawOfFacts(
        lawsProtecting(definition.establishment.country, definition).map(({ id }) => id),
        receivedOn,
        locale,
      ),
      results,
    },
    soughtSay(locale, definition.identifiers),
  );
  const { sign, publicKeyPem, keyId } = signingKey();
  const unfinished = `${file}.part`;
  try {
    const made = await writeBundle({
      facts,
      records: copy.records,
      hiddenWords: words.hidden,
      sign,
      publicKeyPem,
      keyId,
      out: createWriteStream(unfinished, { mode: 0o600 }),
      signal,
      onProgress: (records) => report(`written: ${records} records`),
    });
    const records = found.reduce((sum, result) => sum + result.records, 0);
    const event = {
      kind: 'PreviewMade',
      data: { identities: Object.keys(identities), manifestSha256: made.manifestSha256, records },
    } as const;
    // The log first: a copy of somebody's data must not lie there without a word of it.
    await appendAudit(db(), { kind: 'system', id: 'operator' }, { controllerId: definition.id }, [event], at);
    await rename(unfinished, file);
    return {
      manifestSha256: made.manifestSha256,
      sizeBytes: made.sizeBytes,
      records,
      collections: found.map(({ collectionId, records: count }) => ({ collectionId, records: count })),
    };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A preview answers nobody: it says what somebody who lives where the controller is could do. */
/** What somebody can ask who lives where the controller is: a preview is of no case that could say more. */
const rightsOfNeighbour = ({ regimes, establishment }: LoadedController['definition'], on: LocalDate) =>
  rightsFor(
    { residence: establishment.country, relation: 'customer', ageBand: 'adult', capacity: 'self' },
    { regimes, establishment },
    on,
  );

function remediesOfNeighbour(
  definition: LoadedController['definition'],
  on: LocalDate,
  { say, locale }: CopyWords,
): BundleRemedy[] {
  const { name, establishment, authority } = definition;
  const residence = establishment.country;
  const rights = rightsOfNeighbour(definition, on);
  return bundleRemedies({ rights, where: { residence, authority }, controller: name, refused: false }, on, {
    say,
    law: translator(locale, 'law'),
  });
}

// Often enough to see that it moves, seldom enough for two thousand collections.
const REPORTED_EVERY = 100;

/** What each collection answers to the identities, and how to read it again. */
async function searchSources(
  dataMap: DataMap,
  identities: Identities,
  readers: Readers,
  report: Preview['report'],
  signal: AbortSignal,
) {
  const plan = collectionPlan(dataMap, identities);
  const sought = searchOf(dataMap, { identities, unconfirmed: [] }, plan);
  const results: CollectionAnswer[] = [];
  const reads = new Map<string, () => AsyncIterable<RecordLines>>();
  for (const { systemId, steps, notApplicable } of plan.systems) {
    results.push(
      ...notApplicable.map(({ collectionId, reason }) => ({
        collectionId,
        result: 'notApplicable' as const,
        reason,
        records: 0,
        sought: sought(collectionId, []),
      })),
    );
    const system = dataMap.systems.find(({ id }) => id === systemId)!;
    if (isForRequests(system)) {
      results.push(
        ...steps.map(({ collectionId }) => ({
          collectionId,
          result: 'notApplicable' as const,
          reason: 'byPerson',
          records: 0,
          sought: sought(collectionId, []),
        })),
      );
      report(`${systemId}: is asked for each request, and not for a preview`);
      continue;
    }
    const carried = await named(
      systemId,
      carriedKeys(plan, systemId, (id) => readers.get(id)!, { signal }),
    );
    const reader = readers.get(systemId)!;
    for (const [number, step] of steps.entries()) {
      const records = await named(step.collectionId, reader.count(step, { signal, carried }));
      results.push({
        collectionId: step.collectionId,
        result: records > 0 ? 'found' : 'nothing',
        reason: null,
        records,
        sought: sought(step.collectionId, await named(step.collectionId, reader.forms(step))),
      });
      reads.set(step.collectionId, () => numbered(reader.collect(step, { signal, carried })));
      if ((number + 1) % REPORTED_EVERY === 0)
        report(`${systemId}: ${number + 1} of ${steps.length} collections searched`);
    }
    const found = results.filter(
      ({ collectionId, result }) => result === 'found' && steps.some((step) => step.collectionId === collectionId),
    );
    report(
      `${systemId}: searched ${steps.length} collections, found something in ${found.length}, could not search ${notApplicable.length}`,
    );
  }
  const read = (collectionId: string): AsyncIterable<RecordLines> => {
    const again = reads.get(collectionId);
    if (!again) throw new Error(`Nothing was searched in ${collectionId}`);
    return again();
  };
  return { results, read };
}

/** @param place the system, or the collection in it, that is asked */
async function named<T>(place: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw cause instanceof SourceError ? new PreviewFailed(`${place}: ${cause.message}`, { cause }) : cause;
  }
}
