import { addDays, type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';

/** The day that it is somewhere, or some days later: a test that counts in UTC fails in the hours in which it is tomorrow there. */
export const dayIn = (timezone: string, ahead = 0): LocalDate =>
  addDays(localDateOf(new Date().toISOString(), timezone), ahead);
