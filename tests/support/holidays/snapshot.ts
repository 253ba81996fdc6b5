import Holidays from 'date-holidays';
import { addDays, type LocalDate, localDate, yearOf } from '@/lib/domain/calendar/local-date';
import type { HolidaySnapshot } from '@/lib/domain/calendar/holidays/snapshots';
import { californianHolidays, CORRECTIONS } from './corrections';

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

/** The holidays of one place as date-holidays has them, with our corrections; California's by its own statute. */
export function snapshotOf(id: string, firstYear: number, lastYear: number): HolidaySnapshot {
  const corrections = CORRECTIONS[id] ?? [];
  const holidays: Record<string, string> = {};
  for (let year = firstYear; year <= lastYear; year += 1) {
    const found = id === 'US-CA' ? californianHolidays(year) : fromLibrary(id, year);
    for (const correction of corrections) correction.apply(found, year);
    for (const day of [...found.keys()].sort()) holidays[day] = found.get(day) ?? '';
  }
  const source =
    id === 'US-CA' ? 'Cal. Gov. Code 6700, 6701' : 'date-holidays 3.37.0 (ISC, data CC BY 3.0), type public';
  return { id, firstYear, lastYear, source, corrections: corrections.map(({ reason }) => reason), holidays };
}
