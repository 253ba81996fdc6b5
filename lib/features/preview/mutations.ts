import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import { writeBundle } from '@/lib/documents/bundle/write';
import { exemptionCitation } from '@/lib/domain/case/rules';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { localDateOf } from '@/lib/domain/clock/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { bundleFacts } from '@/lib/domain/fulfilment/facts';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { withheldLines, WithheldTally } from '@/lib/domain/fulfilment/withheld';
import type { Locale } from '@/lib/domain/locale';
import { appendAudit } from '@/lib/features/audit/mutations';
import { authorityContact, hiddenWords, keyUrl } from '@/lib/features/fulfilment/data';
import { connectorsOf } from '@/lib/features/sources/mutations';
import type { LoadedController } from '@/lib/platform/controllers/load';
import { db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import { signingKey } from '@/lib/platform/signing';

export type Preview = { readonly controller: LoadedController; readonly identities: Identities; readonly locale: Locale; readonly file: string };

export type MadePreview = { readonly manifestSha256: string; readonly sizeBytes: number; readonly records: number; readonly collections: readonly { collectionId: string; records: number }[] };

/**
 * Makes a bundle for one identity without a case, straight from the sources, so that a data map can be tried; the log says that it was done.
 * The file appears under its name only when it is whole.
 * @throws SourceError when a system does not answer: half a preview would look like a finding of nothing.
 */
export async function makePreview({ controller, identities, locale, file }: Preview, at: Date, signal: AbortSignal): Promise<MadePreview> {
  const { definition, dataMap } = controller;
  const plan = collectionPlan(dataMap, identities);
  const connectorOf = connectorsOf(dataMap);
  const reads = new Map<string, () => AsyncIterable<Readonly<Record<string, unknown>>>>();
  const results: CollectionAnswer[] = [];
  for (const { systemId, steps, notApplicable } of plan.systems) {
    results.push(...notApplicable.map(({ collectionId, reason }) => ({ collectionId, result: 'notApplicable' as const, reason, records: 0 })));
    const carried = await carriedKeys(plan, systemId, connectorOf, { signal });
    for (const step of steps) {
      const records = await connectorOf(systemId).count(step, { signal, carried });
      results.push({ collectionId: step.collectionId, result: records > 0 ? 'found' : 'nothing', reason: null, records });
      reads.set(step.collectionId, () => parsed(connectorOf(systemId).collect(step, { signal, carried })));
    }
  }
  const collections = new Map(collectionsOf(dataMap).map((collection) => [collection.id, collection]));
  const hidden = hiddenWords(locale);
  const say = translator(locale, 'answer');
  async function* views(collectionId: string) {
    const collection = collections.get(collectionId);
    const read = reads.get(collectionId);
    if (!collection || !read) throw new Error(`Nothing was searched in ${collectionId}`);
    let recordNo = 0;
    for await (const record of read()) yield asRequesterSees(recordNo++, record, collection, [], locale, hidden);
  }
  const withheld = [];
  for (const { collectionId } of results.filter(({ result }) => result === 'found')) {
    const collection = collections.get(collectionId);
    if (!collection?.fields.some(({ otherPerson }) => otherPerson?.rule === 'hide')) continue;
    const tally = new WithheldTally();
    for await (const view of views(collectionId)) tally.add(view.withheld);
    withheld.push(...withheldLines(collection, tally.counts, locale, say, exemptionCitation, () => null));
  }
  const facts = bundleFacts(
    controller,
    {
      reference: null,
      locale,
      subject: { name: Object.values(identities).flatMap((values) => values ?? []).join(', ') },
      answers: [],
      receivedOn: localDateOf(at.toISOString(), definition.timezone),
      dueOn: null,
      madeAt: at.toISOString(),
      authority: authorityContact(definition.establishment.country, definition.authority),
      keyUrl: keyUrl(),
      withheld,
      results,
    },
    say,
  );
  async function* records(collectionId: string) {
    for await (const { record } of views(collectionId)) if (record) yield record;
  }
  const { sign, publicKeyPem, keyId } = signingKey();
  const unfinished = `${file}.part`;
  try {
    const made = await writeBundle({ facts, records, sign, publicKeyPem, keyId, out: createWriteStream(unfinished, { mode: 0o600 }), signal });
    await rename(unfinished, file);
    const total = results.reduce((sum, result) => sum + result.records, 0);
    const event = { kind: 'PreviewMade', data: { identities: Object.keys(identities), manifestSha256: made.manifestSha256, records: total } } as const;
    await appendAudit(db(), { kind: 'system', id: 'operator' }, { controllerId: definition.id }, [event], at);
    return { ...made, records: total, collections: results.filter(({ result }) => result === 'found').map(({ collectionId, records: count }) => ({ collectionId, records: count })) };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Records from chunks of whole lines. */
async function* parsed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const chunk of chunks) {
    for (const line of chunk.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Record<string, unknown>;
  }
}
