import { expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { keptFor, keptUntil } from '@/lib/domain/case/forgetting';
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
