import { addDays, addMonths, type LocalDate } from './local-date';

/** The day that lies a period (ISO 8601, of years, months, weeks and days) after another: the larger parts first, as the calendar counts them. */
export function addPeriod(date: LocalDate, period: string): LocalDate {
  const count = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  return addDays(addMonths(date, count('Y') * 12 + count('M')), count('W') * 7 + count('D'));
}
