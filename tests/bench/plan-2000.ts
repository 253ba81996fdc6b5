import { measure, type Ratio } from './measure';

const [FEW, MANY] = [200, 2_000];

/** A data map read from its files, checked and planned at ten times the collections. */
export async function planRatio(): Promise<Ratio> {
  const few = await measure('plan-map', FEW);
  const many = await measure('plan-map', MANY);
  const ratio = many.seconds / few.seconds;
  return {
    name: 'plan-2000',
    subject: `a data map of ${MANY} collections read, checked and planned`,
    baseline: `one of ${FEW}`,
    ratio,
    growth: ratio / (MANY / FEW),
    memory: many.peakMiB / few.peakMiB,
    peakRssMb: many.peakMiB,
  };
}
