import { describe, expect, it } from 'vitest';
import { dueOf } from '@/lib/domain/case/due';
import { shippedCalendars } from '@/lib/domain/law/holidays/snapshots';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { RECEIVED_AT } from '@/tests/support/case-builders';

const SOFIA = { timezone: 'Europe/Sofia', calendar: 'BG' };
const LUXEMBOURG = { timezone: 'Europe/Luxembourg', calendar: 'LU' };

const due = (place: typeof SOFIA, ...pairs: readonly string[]) =>
  dueOf(
    { receivedAt: RECEIVED_AT, events: [], rights: pairs.map((pair) => ({ regime: pair.split(':')[0] as RegimeId, right: pair.split(':')[1] as RightId })) },
    place,
    shippedCalendars,
  );

describe('the last day of a case', () => {
  it('is that of its one right', () => {
    expect(due(LUXEMBOURG, 'GDPR:access')).toMatchObject({ dueOn: '2026-12-22', binding: { regime: 'GDPR' } });
  });

  it('is counted on the calendar of the place of the controller, from its local date', () => {
    // 20:30 in Sofia on a Sunday; the same instant is Monday in Kathmandu, where these tests think they are.
    expect(due(SOFIA, 'GDPR:access').dueOn).toBe('2026-12-22');
  });

  it('is the earliest of several laws, and every right keeps its own clock in its own order', () => {
    const { dueOn, binding, clocks } = due(LUXEMBOURG, 'GDPR:access', 'CCPA:opt_out_sale_sharing', 'CCPA:delete');
    expect(clocks.map(({ regime }) => regime)).toEqual(['GDPR', 'CCPA', 'CCPA']);
    expect(dueOn).toBe([...clocks.map(({ bindingOn }) => bindingOn)].sort()[0]);
    expect(binding.bindingOn).toBe(dueOn);
    expect(binding).toBe(clocks[1]);
  });

  it('stays with the first where two end on the same day', () => {
    const { binding, clocks } = due(LUXEMBOURG, 'GDPR:access', 'GDPR:erasure');
    expect(binding).toBe(clocks[0]);
  });

  it('is asked of no case without a right', () => {
    expect(() => due(LUXEMBOURG)).toThrow('at least one right');
  });
});
