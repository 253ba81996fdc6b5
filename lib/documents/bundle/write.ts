import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Writable } from 'node:stream';
import { portableFile } from '@/lib/domain/fulfilment/portable-file';
import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import { columnsOf } from '@/lib/domain/bundle/columns';
import { buildManifest, MANIFEST_PATH, SIGNATURE_PATH } from '@/lib/domain/bundle/manifest';
import { dataPaths, type DataPaths } from '@/lib/domain/bundle/paths';
import { formOf, MEDIA_TYPES, recordsPath } from '@/lib/domain/bundle/record-form';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import type { BundleCategory, BundleFacts } from '@/lib/domain/bundle/types';
import type { CopiedLines } from '@/lib/domain/fulfilment/copy';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { Spool } from '@/lib/platform/spool';
import { openReport } from '../report/render';
import type { ReportInput } from '../report/types';
import { chunkPath, chunkScript, viewerFile } from '../viewer/viewer';
import type { Rows } from '../viewer/rows';
import { wordingOf } from '../wording';
import { checkMeText } from './check-me';
import { PATHS, type WrittenCategory } from './contents';
import { portableBytes, portableIndex, type PortablePart } from './portable';
import { dictionaryOf } from './dictionary';
import { HiddenPlaces } from './hidden';
import { recordFiles } from './record-files';
import { printedCategory } from './report-input';
import { furtherSignatures } from './signatures';
import { zipTo, type ZipWriter } from './zip';

export type BundleInput = {
  readonly facts: BundleFacts;
  /** The records of one collection from the first, in the same order each time, with what is hidden in them. */
  readonly records: (collectionId: string) => AsyncIterable<CopiedLines>;
  /** Documents that belong to the records of one collection, each once; they go out as they are. */
  readonly documents?: (collectionId: string) => AsyncIterable<BundleDocument>;
  /** What of it may be taken elsewhere; left out where nobody asked for that. */
  readonly portable?: PortablePart | undefined;
  /** What a reader is told where something is hidden. */
  readonly hiddenWords: HiddenWords;
  /** Ed25519 over the bytes, 64 bytes raw. */
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly publicKeyPem: string;
  readonly keyId: string;
  /** Where the ZIP goes; it is ended, or destroyed when the bundle cannot be made. */
  readonly out: Writable;
  readonly signal?: AbortSignal;
  /** Hears now and then how many records are written, and all of them at the end. */
  readonly onProgress?: (records: number) => void;
};

/** `name` is unique in its collection and can be the name of a file. */
export type BundleDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
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
const TOLD_EVERY = 2000;

/** What all collections add to while they are written. */
type Making = {
  readonly input: BundleInput;
  readonly zip: ZipWriter;
  readonly list: List;
  readonly hidden: HiddenPlaces;
  /** The rows that stand in the page of the viewer, category after category. */
  readonly inPage: Spool;
  /** Where the file for another service lies, by collection. */
  readonly portableFiles: Map<string, string>;
  readonly passed: (records: number) => void;
};

/**
 * Makes a bundle as one stream: memory does not grow with the number of records.
 * @throws when the records change between two readings, the signature does not fit the key, or `out` or `signal` ends it
 */
export async function writeBundle(input: BundleInput): Promise<WrittenBundle> {
  const { facts, publicKeyPem, out, signal } = input;
  const zip = zipTo(out, new Date(facts.madeAt), signal);
  // Typefaces are read while the records pass.
  const report = openReport(signal);
  const [hidden, inPage, portableFiles] = [new HiddenPlaces(), new Spool(), new Map<string, string>()];
  const files: WrittenFile[] = [];
  const list: List = (file, records = null, collectionId = null) => void files.push({ ...file, records, collectionId });
  const keyFingerprint = createHash('sha256')
    .update(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
  try {
    const categories = await writeCategories({
      input,
      zip,
      list,
      hidden,
      inPage,
      portableFiles,
      passed: telling(input),
    });
    const printed = report.render(reportInput(input, categories, keyFingerprint));
    printed.catch(() => undefined);
    list(await zip.add(PATHS.dictionary, 'application/json', [`${canonicalJson(dictionaryOf(categories, facts))}\n`]));
    if (input.portable) {
      const index = portableIndex(input.portable, categories, portableFiles);
      list(await zip.add(PATHS.portable, 'application/json', [`${canonicalJson(index)}\n`]));
    }
    if (facts.withheld.length > 0) list(await zip.add(PATHS.hidden, 'application/json', hidden.file()));
    list(await zip.add(PATHS.viewer, 'text/html', viewerFile({ facts, categories, keyFingerprint, inPage })));
    list(await zip.add(PATHS.report, 'application/pdf', [await printed]));
    list(await zip.add(PATHS.publicKey, 'application/x-pem-file', [publicKeyPem]));
    list(await zip.add(PATHS.checkMe, 'text/plain', [checkMeText(facts, keyFingerprint)]));
    list(await zip.add(PATHS.sums, 'text/plain', [files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')]));
    const manifestSha256 = await addManifest(input, zip, files);
    const whole = await zip.end();
    const records = categories.reduce((sum, { count }) => sum + count, 0);
    input.onProgress?.(records);
    return { ...whole, manifestSha256, records, files };
  } catch (error) {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    await Promise.all([report.close(), hidden.drop(), inPage.drop()]);
  }
}

type List = (file: Omit<ManifestFile, 'records'>, records?: number | null, collectionId?: string | null) => void;

function telling({ onProgress }: BundleInput): Making['passed'] {
  let [all, told] = [0, 0];
  return (records) => {
    all += records;
    if (all - told < TOLD_EVERY) return;
    told = all;
    onProgress?.(all);
  };
}

async function addManifest(input: BundleInput, zip: ZipWriter, files: readonly WrittenFile[]): Promise<string> {
  const listed = files.map(({ collectionId: _, ...file }) => file);
  const manifest = buildManifest(listed, input.facts, input.keyId);
  await zip.add(MANIFEST_PATH, 'application/json', [manifest]);
  await zip.add(SIGNATURE_PATH, 'application/octet-stream', [await signature(input, manifest)]);
  for (const { path, mediaType, content } of await furtherSignatures(manifest, {
    ...input,
    madeAt: input.facts.madeAt,
  }))
    await zip.add(path, mediaType, [content]);
  return createHash('sha256').update(manifest).digest('hex');
}

async function writeCategories(making: Making): Promise<WrittenCategory[]> {
  const { categories } = making.input.facts;
  const paths = dataPaths(categories.map(({ collectionId }) => collectionId));
  const written: WrittenCategory[] = [];
  for (const category of categories)
    written.push(await writeCategory(category, paths.get(category.collectionId)!, making));
  return written;
}

async function writeCategory(category: BundleCategory, paths: DataPaths, making: Making): Promise<WrittenCategory> {
  const { input, zip, list, hidden, inPage } = making;
  const { collectionId, fields } = category;
  const chunks: number[] = [];
  let inPageBytes = 0;
  const part = async (no: number, { bytes, count }: Rows): Promise<void> => {
    if (no === 0) {
      inPageBytes = bytes.length;
      return inPage.append(bytes);
    }
    chunks.push(count);
    const path = chunkPath(paths.viewer, no);
    list(await zip.add(path, 'text/javascript', chunkScript(path, bytes)));
  };
  const { json, csv, spreadsheetCsv, count, observed, first } = await recordFiles({
    fields,
    read: () => input.records(collectionId),
    words: input.hiddenWords,
    keepFirst: PRINTED_RECORDS,
    part,
    async passed(lines, records) {
      input.signal?.throwIfAborted();
      making.passed(records);
      await hidden.add(lines.hidden);
    },
  });
  const jsonPath = recordsPath(paths, count);
  hidden.areIn(jsonPath);
  list(await zip.put(jsonPath, MEDIA_TYPES[formOf(count)], json), count, collectionId);
  list(await zip.put(paths.csv, 'text/csv', csv), count, collectionId);
  if (spreadsheetCsv) list(await zip.put(paths.spreadsheetCsv, 'text/csv', spreadsheetCsv), count, collectionId);
  for await (const { name, mediaType, bytes } of input.documents?.(collectionId) ?? [])
    list(await zip.add(`${paths.documents}/${name}`, mediaType, bytes), null, null);
  const shape = input.portable?.shapes.get(collectionId);
  if (shape) {
    const file = portableFile(shape, { at: input.facts.madeAt, collectionId });
    const path = `${paths.portable}.${file.extension}`;
    list(await zip.add(path, file.mediaType, portableBytes(file, input.records(collectionId))));
    making.portableFiles.set(collectionId, path);
  }
  return {
    category,
    columns: columnsOf(fields, observed.keys()),
    count,
    chunks,
    inPageBytes,
    observed,
    paths,
    jsonPath,
    sizes: { json: json.sizeBytes, csv: csv.sizeBytes, spreadsheetCsv: spreadsheetCsv?.sizeBytes ?? null },
    first,
  };
}

const reportInput = (
  { facts, hiddenWords }: BundleInput,
  categories: readonly WrittenCategory[],
  keyFingerprint: string,
): ReportInput => {
  const wording = wordingOf(facts);
  return {
    facts,
    keyFingerprint,
    categories: categories.map((written) => printedCategory(written, wording, hiddenWords)),
  };
};

async function signature({ sign, publicKeyPem }: BundleInput, manifest: Uint8Array): Promise<Uint8Array> {
  const made = await sign(manifest);
  if (!verify(null, manifest, publicKeyPem, made))
    throw new Error('the signature of the manifest does not fit the public key of the bundle');
  return made;
}
