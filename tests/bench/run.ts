import { measure } from './measure';

// Ten times the work in one run on one machine: what counts is the ratio, not the seconds. Time may grow tenfold, memory must not.
const SUBJECTS = [
  { subject: 'bundle', size: 10_000, unit: 'records into a bundle' },
  { subject: 'vault', size: 400, unit: 'chunks of 64 KiB sealed and opened' },
  { subject: 'audit', size: 20_000, unit: 'events into the tree of the log' },
];

for (const { subject, size, unit } of SUBJECTS) {
  const small = await measure(subject, size);
  const large = await measure(subject, size * 10);
  const line = (n: number, { seconds, peakMiB }: typeof small) => `${String(n).padStart(9)} ${seconds.toFixed(2).padStart(8)} s ${peakMiB.toFixed(0).padStart(6)} MiB`;
  console.log(unit);
  console.log(line(size, small));
  console.log(line(size * 10, large));
  console.log(`  ratio × ${(large.seconds / small.seconds).toFixed(2)} time, × ${(large.peakMiB / small.peakMiB).toFixed(2)} memory\n`);
}
