import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { soughtForms, suppressedForms } from '@/lib/domain/suppression/forms';
import { suppressedUntil } from '@/lib/domain/suppression/kept-until';
import { dataMapOf, collectionOf, text } from '@/tests/unit/datamap/maps';

const knows = (kind: string, erased: string, brought: string): boolean => {
  const kept = suppressedForms(kind, erased);
  return soughtForms(kind, brought).some((form) => kept.includes(form));
};

describe('an identifier that was erased', () => {
  test.each([
    ['email', 'Anna@Example.com', ' anna@example.COM '],
    ['email', 'anna@example.com', 'Anna Example <anna@example.com>'],
    ['email', 'anna@example.com', 'mailto:anna@example.com'],
    ['phone', '+352 621 123 456', '00352621123456'],
    ['phone', '+352 621 123 456', '621123456'],
    ['phone', '+44 (0) 20 7946 0000', '+442079460000'],
    ['phone_number', '+359888123456', '0888 123 456'],
    ['nickname', 'Anna  K', 'anna k'],
  ])('of kind %s, kept as %s, is known again as %s', (kind, erased, brought) => {
    expect(knows(kind, erased, brought)).toBe(true);
  });

  test.each([
    ['email', 'anna@example.com', 'hanna@example.com'],
    ['email', 'anna@example.com', 'ánna@example.com'],
    ['phone', '+352621123456', '+359621123456'],
    ['phone', '+352621123456', '621123457'],
    ['nickname', 'anna', 'anna2'],
  ])('of kind %s, kept as %s, is not taken for %s', (kind, erased, brought) => {
    expect(knows(kind, erased, brought)).toBe(false);
  });

  it('is known as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('email', 'nickname'), fc.string({ minLength: 1 }), (kind, value) => {
        const kept = suppressedForms(kind, value);
        expect(kept.length === 0 || knows(kind, value, value)).toBe(true);
      }),
    );
  });

  test.each(['email', 'phone', 'nickname'])('of kind %s is nothing where nothing is left of it', (kind) => {
    expect(suppressedForms(kind, '  ')).toEqual([]);
    expect(soughtForms(kind, '  ')).toEqual([]);
  });
});

describe('how long it is kept', () => {
  const mapWith = (...periods: readonly string[]) => {
    const map = dataMapOf([collectionOf('app.account', { id: { key: true } })]);
    return {
      ...map,
      systems: map.systems.map((system) => ({
        ...system,
        backups: periods.map((period) => ({ title: text('tapes'), period })),
      })),
    };
  };
  const on = localDate('2026-11-27');

  test.each([
    [30, [], '2026-12-27'],
    [30, ['P7D'], '2026-12-27'],
    [30, ['P35D'], '2027-01-01'],
    [30, ['P7D', 'P1Y'], '2027-11-27'],
    [1095, ['P1Y'], '2029-11-26'],
  ])('%i days, but never shorter than the backups %j: until %s', (days, periods, until) => {
    expect(suppressedUntil(on, days, mapWith(...periods))).toBe(until);
  });

  it('is what the controller says where the map is silent on backups', () => {
    expect(suppressedUntil(on, 10, dataMapOf([collectionOf('app.account', { id: { key: true } })]))).toBe('2026-12-07');
  });
});
