import { benchInstance } from './bench-instance';
import { exported, walkTo } from './case';
import type { Ratio } from './measure';

const RECORDS = 1_000_000;

/** One person's million records from a PostgreSQL source to the sealed ZIP, over one COPY of the same rows. */
export async function exportRatio(): Promise<Ratio> {
  const instance = await benchInstance();
  try {
    const { copy, collect, bundle } = await walkTo(exported, instance.shop, 12, RECORDS);
    return {
      name: 'export-1m',
      subject: `${RECORDS} records collected, looked through and sealed as a ZIP with JSON, CSV, report, viewer and manifest`,
      baseline: 'COPY (SELECT row_to_json …) TO STDOUT of the same rows',
      ratio: (collect.seconds + bundle.seconds) / copy.seconds,
      growth: 1,
      memory: bundle.peakMiB / copy.peakMiB,
      peakRssMb: Math.max(collect.peakMiB, bundle.peakMiB),
    };
  } finally {
    await instance.stop();
  }
}
