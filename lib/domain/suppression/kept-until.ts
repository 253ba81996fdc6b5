import { addDays, latest, type LocalDate } from '../calendar/local-date';
import { addPeriod } from '../calendar/period';
import type { DataMap } from '../datamap/types';

/** The last day of an entry: what the controller says, and never before the last backup that could bring the data back is overwritten. */
export const suppressedUntil = (on: LocalDate, days: number, { systems }: Pick<DataMap, 'systems'>): LocalDate =>
  latest(
    addDays(on, days),
    ...systems.flatMap(({ backups }) => (backups ?? []).map(({ period }) => addPeriod(on, period))),
  );
