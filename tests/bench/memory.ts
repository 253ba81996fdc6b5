import { benchInstance } from './bench-instance';
import { exported, walkTo } from './case';
import type { Ratio } from './measure';

const [FEW, MANY] = [100_000, 5_000_000];

/** What the worker's two long jobs hold in memory at most, at five million records over a hundred thousand. */
export async function memoryRatio(): Promise<Ratio> {
  const instance = await benchInstance();
  try {
    const few = await walkTo(exported, instance.shop, 11, FEW);
    const many = await walkTo(exported, instance.shop, 12, MANY);
    const peak = ({ collect, bundle }: typeof few) => Math.max(collect.peakMiB, bundle.peakMiB);
    const ratio = peak(many) / peak(few);
    return {
      name: 'memory',
      subject: `peak of collecting and of bundling ${MANY} records`,
      baseline: `of ${FEW} records`,
      ratio,
      growth: many.bundle.seconds / (MANY / FEW) / few.bundle.seconds,
      memory: ratio,
      peakRssMb: peak(many),
    };
  } finally {
    await instance.stop();
  }
}
