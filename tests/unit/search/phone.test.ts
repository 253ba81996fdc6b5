import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneForms, wantedPhoneForms } from '@/lib/domain/search/phone';

const meets = (kept: string, typed: string): boolean =>
  wantedPhoneForms(typed).some((form) => phoneForms(kept).includes(form));

describe('a phone number', () => {
  it.each([
    ['+352 621 777 003', '621777003'],
    ['+352 621 777 003', '0621 777 003'],
    ['+352 621 777 003', 'tel:+352621777003'],
    ['+352 621 777 003', '00352 621-777-003'],
    ['+352 621 777 003', '352621777003'],
    ['00352 691 555-018', '+352 (691) 555 018'],
    ['+44 (0)20 7946 0018', '020 7946 0018'],
    ['+44 20 7946 0018', '+44 (0)20 7946 0018'],
    ['+359 88 123 4567', '088 123 4567'],
    ['088 123 4567', '+359 88 123 4567'],
    ['088 123 4567', '0881234567'],
    ['+7 916 123-45-67', '8 916 123 45 67'],
    ['8 916 123 45 67', '+7 916 123-45-67'],
    ['+1 415 555 2671', '1 415 555 2671'],
    ['+39 06 1234567', '06 1234567'],
    ['+36 20 123 4567', '06 20 123 4567'],
    ['+352 621 777 003', '٠٦٢١٧٧٧٠٠٣'],
  ])('kept as %s is found as %s', (kept, typed) => {
    expect(meets(kept, typed)).toBe(true);
  });

  it.each([
    ['+352 621 777 003', '+33 621 777 003'],
    ['+352 621 777 003', '621777004'],
    ['+352 621 777 003', '777003'],
  ])('kept as %s is not found as %s', (kept, typed) => {
    expect(meets(kept, typed)).toBe(false);
  });

  it('is found as it was written, however it is cut into groups', () => {
    const digits = fc.stringMatching(/^[1-9]\d{7,11}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('+', '00', '0', ''), fc.nat(5), (number, front, gap) => {
        const kept = front + number;
        expect(meets(kept, kept)).toBe(true);
        expect(meets(kept, `${kept.slice(0, 4 + gap)} ${kept.slice(4 + gap)}`)).toBe(true);
      }),
    );
  });
});
