import type { BundleCategory, BundleFacts } from '@/lib/domain/bundle/types';

/** The records of one category as the report prints them. */
export type ReportCategory = {
  readonly category: BundleCategory;
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  /** Titles of columns that say something to the system only and are not printed. */
  readonly leftOut: readonly string[];
  /** The first records: a text for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
  /** Where all records are, as CSV and as JSON. */
  readonly path: string;
  readonly jsonPath: string;
};

/** What the report is made of; plain data, since it goes to another thread. */
export type ReportInput = {
  readonly facts: BundleFacts;
  readonly categories: readonly ReportCategory[];
  /** SHA-256 of the public key in DER, hex. */
  readonly keyFingerprint: string;
};
