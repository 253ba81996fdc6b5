import type { Column } from '@/lib/domain/bundle/columns';
import type { DataPaths } from '@/lib/domain/bundle/paths';
import type { BundleCategory } from '@/lib/domain/bundle/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import type { Observed } from './observed';

/** A category once its data lies in the bundle. */
export type WrittenCategory = {
  readonly category: BundleCategory;
  readonly columns: readonly Column[];
  readonly count: number;
  /** What was seen of the values of each column that any record has. */
  readonly observed: ReadonlyMap<string, Observed>;
  readonly paths: DataPaths;
  /** Where its records lie for programs, in the form that their number has. */
  readonly jsonPath: string;
  /** Sizes unpacked, in bytes; null for the guarded copy where no cell needed it. */
  readonly sizes: { readonly json: number; readonly csv: number; readonly spreadsheetCsv: number | null };
  /** How many records are in each script of the viewer beside its page; those before them stand in the page. */
  readonly chunks: readonly number[];
  /** How many bytes its rows in the page take. */
  readonly inPageBytes: number;
  /** The first records, for printing. */
  readonly first: readonly DataRecord[];
};

/** The places of the files that are not data. */
export const PATHS = {
  viewer: 'index.html',
  report: 'report.pdf',
  dictionary: 'fields.json',
  hidden: 'hidden.json',
  portable: 'portable.json',
  checkMe: 'CHECK-ME.txt',
  publicKey: 'public-key.pem',
  sums: 'SHA256SUMS',
} as const;

/** The commands that check a bundle with other people's tools, in the unpacked folder. */
export const OPENSSL_COMMAND =
  'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.json.sig';
export const SUMS_COMMAND = 'sha256sum -c SHA256SUMS';
export const VERIFY_COMMAND = 'npx rightsdesk bundle verify';
