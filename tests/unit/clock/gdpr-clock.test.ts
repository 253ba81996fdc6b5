import { describe, expect, it } from 'vitest';
import { respondClock } from '@/lib/domain/clock/clocks';
import { shippedCalendars } from '@/lib/domain/law/holidays/snapshots';
import { inputOf, VECTORS } from './vectors';

describe('the month of Art. 12(3) GDPR', () => {
  for (const vector of VECTORS.filter(({ regime }) => regime === 'GDPR')) {
    it(`${vector.id}: ${vector.received} in ${vector.calendar}`, () => {
      const clock = respondClock(inputOf(vector), shippedCalendars);
      const { expected } = vector;
      expect(clock.nominalOn).toBe(expected.nominal);
      expect(clock.dueOn).toBe(expected.due);
      if ('paused_days' in expected) expect(clock.pausedDays).toBe(expected.paused_days);
      if ('unpaused_nominal' in expected) expect(clock.unpausedNominalOn).toBe(expected.unpaused_nominal);
      if ('extension_valid' in expected) {
        expect(clock.extension?.state).toBe(expected.extension_valid ? 'valid' : 'void');
        expect(clock.extension?.noticeByOn).toBe(expected.extension_notice_by);
      }
      if (expected.extended_due) expect(clock.bindingOn).toBe(expected.extended_due);
      expect(clock.calendarKnown).toBe(true);
    });
  }
});
