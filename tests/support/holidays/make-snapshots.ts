import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { addDays, type LocalDate, localDate, yearOf } from '@/lib/domain/clock/local-date';
import { CALENDAR_IDS } from '@/lib/domain/law/holidays/places';
import { californianHolidays, CORRECTIONS } from './corrections';

// Run by hand each December: npx tsx tests/support/holidays/make-snapshots.ts 2024 2030, then read the difference before committing it.
const [firstYear, lastYear] = process.argv.slice(2).map(Number);
if (!firstYear || !lastYear) throw new Error('Say the first and the last year: make-snapshots.ts 2024 2030');
const FOLDER = new URL('../../../lib/domain/law/holidays/', import.meta.url);
const DAY = 86_400_000;

function fromLibrary(id: string, year: number): Map<LocalDate, string> {
  const [country, region] = id === 'US-FED' ? ['US'] : id.split('-');
  const library = region ? new Holidays(country ?? id, region) : new Holidays(country ?? id);
  const holidays = new Map<LocalDate, string>();
  for (const holiday of library.getHolidays(year, 'en')) {
    // A holiday that starts at noon leaves a working day.
    if (holiday.type !== 'public' || holiday.date.slice(11, 16) !== '00:00') continue;
    const days = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY);
    for (let index = 0; index < days; index += 1) {
      const day = addDays(localDate(holiday.date.slice(0, 10)), index);
      if (yearOf(day) === year && !holidays.has(day)) holidays.set(day, holiday.name.replaceAll("'", '’'));
    }
  }
  return holidays;
}

for (const id of CALENDAR_IDS) {
  const corrections = CORRECTIONS[id] ?? [];
  const holidays: Record<string, string> = {};
  for (let year = firstYear; year <= lastYear; year += 1) {
    const found = id === 'US-CA' ? californianHolidays(year) : fromLibrary(id, year);
    for (const correction of corrections) correction.apply(found, year);
    for (const day of [...found.keys()].sort()) holidays[day] = found.get(day) ?? '';
  }
  const source = id === 'US-CA' ? 'Cal. Gov. Code 6700, 6701' : 'date-holidays 3.37.0 (ISC, data CC BY 3.0), type public';
  const snapshot = { id, firstYear, lastYear, source, corrections: corrections.map((correction) => correction.reason), holidays };
  writeFileSync(new URL(`${id}.json`, FOLDER), `${JSON.stringify(snapshot, null, 1)}\n`);
}
