import { writeFileSync } from 'node:fs';
import { CALENDAR_IDS } from '@/lib/domain/calendar/holidays/places';
import { snapshotOf } from './snapshot';

// Run by hand each December: npx tsx tests/support/holidays/make-snapshots.ts 2024 2030, then read the difference before committing it.
const [firstYear, lastYear] = process.argv.slice(2).map(Number);
if (!firstYear || !lastYear) throw new Error('Say the first and the last year: make-snapshots.ts 2024 2030');
const FOLDER = new URL('../../../lib/domain/calendar/holidays/', import.meta.url);

for (const id of CALENDAR_IDS) {
  writeFileSync(new URL(`${id}.json`, FOLDER), `${JSON.stringify(snapshotOf(id, firstYear, lastYear), null, 1)}\n`);
}
