import type { DataRecord } from '@/lib/domain/records/json-text';

/** Files that each take a pass over all records: JSON, CSV, CSV for spreadsheet programs, and the list of what is hidden. */
const PASSES = 4;
const STEP = 2000;

/** How far a bundle is: not by its first file alone, which is done when most of the work still is to do. */
export type Meter = {
  /** Within a pass of which so many records are behind. */
  readonly during: (records: number) => void;
  /** A pass over so many records is over, or is not needed. */
  readonly passed: (records: number) => void;
};

/** @param onProgress hears now and then as many records as would be in all their files by the same work */
export function newMeter(onProgress: ((records: number) => void) | undefined): Meter {
  let [behind, told] = [0, 0];
  const during = (records: number): void => {
    const now = Math.floor((behind + records) / PASSES);
    if (now - told < STEP) return;
    told = now;
    onProgress?.(now);
  };
  return {
    during,
    passed(records) {
      behind += records;
      during(0);
    },
  };
}

/** One pass over records, metered. */
export async function* metered(records: AsyncIterable<DataRecord>, meter: Meter): AsyncGenerator<DataRecord> {
  let count = 0;
  for await (const record of records) {
    yield record;
    meter.during(++count);
  }
  meter.passed(count);
}
