import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { keepingOf, keptFor, keptUntil } from '@/lib/domain/case/forgetting';
import { erasing } from '@/tests/support/erasure-builders';
import { aLifting, restricted } from '@/tests/support/restriction-builders';
import { aCase } from '@/tests/support/case-builders';

const UNTIL = keptUntil(localDate('2026-12-01'), 30);
const LATER = localDate('2027-06-01');

it('is kept through the last day of its time, and forgotten after it', () => {
  expect(UNTIL).toBe('2026-12-31');
  expect(keptFor(aCase('closed'), UNTIL, localDate('2026-12-31'))).toBe('time');
  expect(keptFor(aCase('closed'), UNTIL, localDate('2027-01-01'))).toBeNull();
});

it('is kept while it is open, however old it is', () => {
  expect(keptFor(aCase('ready'), UNTIL, LATER)).toBe('open');
  expect(keptFor(aCase('closed'), null, LATER)).toBe('open');
});

it('is kept while something is held', () => {
  const holds = (until: string | null) => [{ until: until === null ? null : localDate(until) }];
  expect(keptFor(aCase('closed', { holds: holds(null) }), UNTIL, LATER)).toBe('hold');
  expect(keptFor(aCase('closed', { holds: holds('2027-06-01') }), UNTIL, LATER)).toBe('hold');
  expect(keptFor(aCase('closed', { holds: holds('2027-05-31') }), UNTIL, LATER)).toBeNull();
  expect(keptFor(aCase('closed', { rights: [erasing({ state: 'proved', held: true })] }), UNTIL, LATER)).toBe('hold');
});

it('is kept until what it restricted is lifted', () => {
  const rights = [restricted()];
  expect(keptFor(aCase('closed', { rights }), UNTIL, LATER)).toBe('restricted');
  expect(keptFor(aCase('closed', { rights, lifting: aLifting() }), UNTIL, LATER)).toBe('restricted');
  expect(keptFor(aCase('closed', { rights, lifting: aLifting({ state: 'lifted' }) }), UNTIL, LATER)).toBeNull();
});

it('is told with the last day of its time, unless something keeps it for which no day is known', () => {
  const today = localDate('2026-12-02');
  expect(keepingOf(aCase('closed'), UNTIL, today)).toEqual({ because: 'time', until: UNTIL });
  expect(keepingOf(aCase('ready'), UNTIL, today)).toBeNull();
  expect(keepingOf(aCase('closed', { holds: [{ until: null }] }), UNTIL, today)).toEqual({ because: 'hold' });
  expect(keepingOf(aCase('closed', { rights: [restricted()] }), UNTIL, today)).toEqual({ because: 'restricted' });
});

it('is told a day exactly where it is forgotten after that day', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(localDate('2026-12-01'), days));
  const hold = fc.option(day).map((until) => ({ until }));
  fc.assert(
    fc.property(day, fc.array(hold, { maxLength: 2 }), fc.boolean(), (today, holds, isRestricted) => {
      const one = aCase('closed', { holds, rights: isRestricted ? [restricted()] : [] });
      const told = keepingOf(one, UNTIL, today)!.because;
      // As if its time had been over already.
      expect(told === 'time' ? null : told).toBe(keptFor(one, addDays(today, -1), today));
    }),
  );
});
