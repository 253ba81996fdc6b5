import type { DataPaths } from './paths';

/** How the records of a collection stand in their file for programs: one JSON array, or a record a line. */
export type RecordForm = 'json' | 'ndjson';

// An array has to be read whole before its first record is there; this many any program reads at once.
export const MOST_LISTED = 10_000;

export const formOf = (records: number): RecordForm => (records <= MOST_LISTED ? 'json' : 'ndjson');

/** Media types: RFC 8259; of lines there is none registered, and this is the one that programs send. */
export const MEDIA_TYPES: Readonly<Record<RecordForm, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

/** Where the records of a collection lie for programs. */
export const recordsPath = (paths: Pick<DataPaths, RecordForm>, records: number): string => paths[formOf(records)];
