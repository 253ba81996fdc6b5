/** Where the data of one collection lies in the bundle. */
export type DataPaths = {
  /** One of these two: the records as one JSON array, or each in a line of its own (record-form.ts). */
  readonly json: string;
  readonly ndjson: string;
  readonly csv: string;
  readonly spreadsheetCsv: string;
  /** Folder of what the viewer reads beside its page. */
  readonly viewer: string;
  /** Folder of documents that its records name. */
  readonly documents: string;
  /** The file in which another service takes it, without its ending. */
  readonly portable: string;
};

// Names that Windows gives to devices: a file of such a name cannot be unpacked there.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/**
 * Paths for each collection, by collection id: letters, digits, dots and dashes only, and no two alike on a file system that
 * takes capitals and small letters for the same.
 */
export function dataPaths(collectionIds: readonly string[]): Map<string, DataPaths> {
  const taken = new Set<string>();
  return new Map(collectionIds.map((id) => [id, pathsFor(freeName(id, taken))]));
}

const pathsFor = (name: string): DataPaths => ({
  json: `data/${name}.json`,
  ndjson: `data/${name}.ndjson`,
  csv: `data/${name}.csv`,
  spreadsheetCsv: `data/${name}.spreadsheet.csv`,
  viewer: `viewer/${name}`,
  documents: `documents/${name}`,
  portable: `portable/${name}`,
});

function freeName(id: string, taken: Set<string>): string {
  const safe = id
    .replace(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[.-]+/u, '')
    .slice(0, 80)
    .replace(/[.-]+$/u, '');
  const base = safe === '' || DEVICE.test(safe) ? `data-${safe}` : safe;
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base}-${n}`;
  // "x.spreadsheet" of one collection must not meet the guarded copy of another.
  taken.add(name.toLowerCase()).add(`${name.toLowerCase()}.spreadsheet`);
  return name;
}
