import { measure, type Ratio } from './measure';

/** A subject that has no baseline but itself: at ten times the size over once the size. */
export async function scalingRatio(name: string, size: number, unit: string): Promise<Ratio> {
  const [small, large] = [await measure(name, size), await measure(name, size * 10)];
  const ratio = large.seconds / small.seconds;
  return {
    name,
    subject: `${size * 10} ${unit}`,
    baseline: `${size} of them`,
    ratio,
    growth: ratio / 10,
    memory: large.peakMiB / small.peakMiB,
    peakRssMb: large.peakMiB,
  };
}
