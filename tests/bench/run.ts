import { parseArgs } from 'node:util';
import { caseRatios } from './case';
import { eraseRatio } from './erase-1m';
import { exportRatio } from './export-1m';
import type { Ratio } from './measure';
import { memoryRatio } from './memory';
import { pageWhileBundling } from './page-while-bundling';
import { pdfRatio } from './pdf-5k';
import { planRatio } from './plan-2000';
import { queueRatio } from './queue';
import { scalingRatio } from './scaling';

const USAGE =
  'npm run bench -- [export-1m] [memory] [pdf-5k] [page-while-bundling] [erase-1m] [plan-2000] [case] [queue] [vault] [report] [audit] [--records <number, 20000 if not given>] [--json]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { records: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
});
const records = Number(values.records);

const SUBJECTS: Readonly<Record<string, () => Promise<Ratio[]>>> = {
  'export-1m': async () => [await exportRatio()],
  memory: async () => [await memoryRatio()],
  'pdf-5k': async () => [await pdfRatio()],
  'plan-2000': async () => [await planRatio()],
  case: () => caseRatios(records),
  queue: async () => [await queueRatio()],
  'page-while-bundling': async () => [await pageWhileBundling()],
  'erase-1m': async () => [await eraseRatio()],
  vault: async () => [await scalingRatio('vault', 400, 'chunks of 64 KiB sealed and opened')],
  report: async () => [await scalingRatio('report', 20, 'kinds of data in a printed report')],
  audit: async () => [await scalingRatio('audit', 20_000, 'events into the tree of the log')],
};

const unknown = positionals.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0 || !Number.isSafeInteger(records) || records < 100) {
  console.error(
    `${unknown.length > 0 ? `There is no ${unknown.join(', ')} to measure` : '--records wants a whole number of 100 or more'}: ${USAGE}`,
  );
  process.exit(2);
}

const cell = (value: string): string => value.padStart(9);
const times = (ratio: number): string => cell(`× ${ratio.toFixed(2)}`);

if (!values.json) console.log(`${'subject'.padEnd(21)}${['time', 'a unit', 'memory', 'peak MiB'].map(cell).join('')}`);
const found: Ratio[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(SUBJECTS)) {
  const ratios = await SUBJECTS[name]!();
  found.push(...ratios);
  if (values.json) continue;
  for (const one of ratios)
    console.log(
      `${one.name.padEnd(21)}${times(one.ratio)}${times(one.growth)}${times(one.memory)}${cell(one.peakRssMb.toFixed(0))}   ${one.subject}`,
    );
}
if (values.json) console.log(JSON.stringify(found));
