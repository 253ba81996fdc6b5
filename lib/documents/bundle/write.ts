import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Writable } from 'node:stream';
import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import { columnsOf } from '@/lib/domain/bundle/columns';
import { buildManifest, MANIFEST_PATH, SIGNATURE_PATH } from '@/lib/domain/bundle/manifest';
import { dataPaths, type DataPaths } from '@/lib/domain/bundle/paths';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import type { BundleCategory, BundleFacts } from '@/lib/domain/bundle/types';
import type { HiddenPlace } from '@/lib/domain/fulfilment/copy';
import { cellText, type DataRecord } from '@/lib/domain/records/json-text';
import { renderReport } from '../report/render';
import { writeChunks } from '../viewer/chunks';
import { viewerFile } from '../viewer/viewer';
import { checkMeText } from './check-me';
import { PATHS, type WrittenCategory } from './contents';
import { dictionaryOf } from './dictionary';
import { hiddenFile } from './hidden';
import { metered, type Meter, newMeter } from './progress';
import { csvFile, jsonFile, newSurvey } from './record-files';
import { zipTo, type ZipWriter } from './zip';

export type BundleInput = {
  readonly facts: BundleFacts;
  /** The records of one collection from the first, in the same order each time; read four times, or five where a spreadsheet needs its own. */
  readonly records: (collectionId: string) => AsyncIterable<DataRecord>;
  /** Where something is hidden in those records, in their order; read once, and only of collections of which something is withheld. */
  readonly hidden: (collectionId: string) => AsyncIterable<HiddenPlace>;
  /** Ed25519 over the bytes, 64 bytes raw. */
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly publicKeyPem: string;
  readonly keyId: string;
  /** Where the ZIP goes; it is ended, or destroyed when the bundle cannot be made. */
  readonly out: Writable;
  readonly signal?: AbortSignal;
  /** Hears now and then how far it is, as the number of records that would be in all their files by the same work; at the end that is all of them. */
  readonly onProgress?: (records: number) => void;
};

/** A file of the bundle; `collectionId` is null for one that is not data of a collection. */
export type WrittenFile = ManifestFile & { readonly collectionId: string | null };

export type WrittenBundle = {
  readonly manifestSha256: string;
  /** Of the whole ZIP. */
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly records: number;
  /** Every file that the manifest lists. */
  readonly files: readonly WrittenFile[];
};

/** Records printed for each category; the report says how many more there are and where. */
const PRINTED_RECORDS = 500;

/**
 * Makes a bundle as one stream: memory does not grow with the number of records.
 * @throws when the records change between two readings, the signature does not fit the key, or `out` or `signal` ends it
 */
export async function writeBundle(input: BundleInput): Promise<WrittenBundle> {
  const { facts, publicKeyPem, keyId, out, signal } = input;
  const zip = zipTo(out, new Date(facts.madeAt), signal);
  try {
    const files: WrittenFile[] = [];
    const list = (
      file: Omit<ManifestFile, 'records'>,
      records: number | null = null,
      collectionId: string | null = null,
    ): void => {
      files.push({ ...file, records, collectionId });
    };
    const meter = newMeter(input.onProgress);
    const categories = await writeCategories(input, meter, zip, list);
    const keyFingerprint = createHash('sha256')
      .update(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }))
      .digest('hex');
    list(await zip.add(PATHS.dictionary, 'application/json', [`${canonicalJson(dictionaryOf(categories, facts))}\n`]));
    if (facts.withheld.length > 0)
      list(await zip.add(PATHS.hidden, 'application/json', hiddenFile(input, categories, meter)));
    list(
      await zip.add(PATHS.report, 'application/pdf', [
        await renderReport(reportInput(facts, categories, keyFingerprint), signal),
      ]),
    );
    list(
      await zip.add(
        PATHS.viewer,
        'text/html',
        viewerFile({ facts, categories, keyFingerprint, records: input.records }),
      ),
    );
    list(await zip.add(PATHS.publicKey, 'application/x-pem-file', [publicKeyPem]));
    list(await zip.add(PATHS.checkMe, 'text/plain', [checkMeText(facts, keyFingerprint)]));
    list(await zip.add(PATHS.sums, 'text/plain', [files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')]));
    const manifest = buildManifest(
      files.map(({ collectionId: _, ...file }) => file),
      facts,
      keyId,
    );
    await zip.add(MANIFEST_PATH, 'application/json', [manifest]);
    await zip.add(SIGNATURE_PATH, 'application/octet-stream', [await signature(input, manifest)]);
    const whole = await zip.end();
    const records = categories.reduce((sum, { count }) => sum + count, 0);
    input.onProgress?.(records);
    return { ...whole, manifestSha256: createHash('sha256').update(manifest).digest('hex'), records, files };
  } catch (error) {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

type List = (file: Omit<ManifestFile, 'records'>, records: number | null, collectionId: string | null) => void;

async function writeCategories(
  input: BundleInput,
  meter: Meter,
  zip: ZipWriter,
  list: List,
): Promise<WrittenCategory[]> {
  const paths = dataPaths(input.facts.categories.map(({ collectionId }) => collectionId));
  const written: WrittenCategory[] = [];
  for (const category of input.facts.categories)
    written.push(await writeCategory(category, paths.get(category.collectionId)!, input, meter, zip, list));
  return written;
}

/** Reads the records once as JSON, learning what they hold, then once for each CSV, and once for the viewer. */
async function writeCategory(
  category: BundleCategory,
  paths: DataPaths,
  input: BundleInput,
  meter: Meter,
  zip: ZipWriter,
  list: List,
): Promise<WrittenCategory> {
  const { collectionId, fields } = category;
  const survey = newSurvey();
  const json = await zip.add(
    paths.json,
    'application/json',
    jsonFile(metered(input.records(collectionId), meter), survey, PRINTED_RECORDS),
  );
  list(json, survey.count, collectionId);
  const columns = columnsOf(fields, survey.keys.keys());
  const addCsv = async (path: string, spreadsheet: boolean): Promise<number> => {
    const again = sameNumber(metered(input.records(collectionId), meter), survey.count, collectionId);
    const file = await zip.add(
      path,
      'text/csv',
      csvFile(
        again,
        columns.map(({ name }) => name),
        spreadsheet,
      ),
    );
    list(file, survey.count, collectionId);
    return file.sizeBytes;
  };
  const csv = await addCsv(paths.csv, false);
  const spreadsheetCsv = survey.guardNeeded ? await addCsv(paths.spreadsheetCsv, true) : null;
  if (spreadsheetCsv === null) meter.passed(survey.count);
  if (!input.facts.withheld.some((withheld) => withheld.collectionId === collectionId)) meter.passed(survey.count);
  const again = sameNumber(input.records(collectionId), survey.count, collectionId);
  const chunks = await writeChunks(paths.viewer, again, columns, async (path, text) =>
    list(await zip.add(path, 'text/javascript', [text]), null, null),
  );
  return {
    category,
    columns,
    count: survey.count,
    chunks,
    observed: survey.keys,
    paths,
    sizes: { json: json.sizeBytes, csv, spreadsheetCsv },
    first: survey.first,
  };
}

// Files of one bundle that disagree would be worse than no bundle: a redaction made meanwhile must not be in one of them only.
async function* sameNumber(
  records: AsyncIterable<DataRecord>,
  expected: number,
  collectionId: string,
): AsyncGenerator<DataRecord> {
  let count = 0;
  for await (const record of records) {
    count += 1;
    yield record;
  }
  if (count !== expected)
    throw new Error(`the records of ${collectionId} changed while the bundle was made: ${expected}, then ${count}`);
}

const reportInput = (facts: BundleFacts, categories: readonly WrittenCategory[], keyFingerprint: string) => ({
  facts,
  keyFingerprint,
  categories: categories.map(({ category, columns, count, paths, first }) => ({
    category,
    columns,
    count,
    path: paths.csv,
    jsonPath: paths.json,
    rows: first.map((record) => columns.map(({ name }) => cellText(Object.hasOwn(record, name) ? record[name] : null))),
  })),
});

async function signature({ sign, publicKeyPem }: BundleInput, manifest: Uint8Array): Promise<Uint8Array> {
  const made = await sign(manifest);
  if (!verify(null, manifest, publicKeyPem, made))
    throw new Error('the signature of the manifest does not fit the public key of the bundle');
  return made;
}
