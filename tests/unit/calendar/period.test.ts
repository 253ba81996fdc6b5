import { expect, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { addPeriod } from '@/lib/domain/calendar/period';

test.each([
  ['2026-11-27', 'P35D', '2027-01-01'],
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2026-11-27', 'P1Y2M1W3D', '2028-02-06'],
])('%s and %s is %s', (date, period, end) => {
  expect(addPeriod(localDate(date), period)).toBe(end);
});
