import type { HolidayOverride } from '@/lib/domain/calendar/holiday-calendar';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { CalendarOutlook } from '@/lib/domain/clock/outlook';

export type NewOverride = Omit<HolidayOverride, 'by'>;

/** An open case whose last day is another one under a changed calendar. */
export type Move = {
  readonly caseId: string;
  readonly reference: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
};

/** What a change would do, before it is made. */
export type Preview = { readonly moves: readonly Move[]; readonly onWeekend: boolean };

/** An override with who made it, and who took it back where somebody did. */
export type OverrideView = NewOverride & {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly withdrawn: { readonly by: string; readonly at: Date } | null;
};

/** One place as the page of calendars shows it. `regions` that share a country are told apart by the id. */
export type CalendarEntry = CalendarOutlook & { readonly name: string; readonly usedBy: readonly string[] };

export type HolidayLine = { readonly on: LocalDate; readonly name: string; readonly added: boolean };

export type CalendarPage = {
  readonly all: readonly CalendarEntry[];
  readonly shown: CalendarEntry;
  readonly years: readonly number[];
  readonly year: number;
  readonly holidays: readonly HolidayLine[];
  readonly source: string;
  readonly corrections: readonly string[];
  readonly overrides: readonly OverrideView[];
};
