import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalIdentities, normalIdentity } from '@/lib/domain/datamap/identity';

describe('what a person is known by, in the form in which it is compared', () => {
  it.each([
    ['email', ' Nadia.Weber@Example.LU ', 'nadia.weber@example.lu'],
    ['email', 'ИВАН@example.com', 'иван@example.com'],
    ['email', '\u200bnadia@example.lu\ufeff', 'nadia@example.lu'],
    ['phone', ' +352 691 555 001\u00a0', '+352 691 555 001'],
    ['phone', '٠٨٨ ٧٦٥ ٤٣٢', '٠٨٨ ٧٦٥ ٤٣٢'],
    ['text', ' Nadia ', 'Nadia'],
    ['exact', ' Nadia ', 'Nadia'],
  ] as const)('%s %j is %j', (match, written, normal) => {
    expect(normalIdentity(match, written)).toBe(normal);
  });

  it('knows that é written as one character and as two is the same name', () => {
    expect(normalIdentity('exact', 'Zoe\u0301')).toBe(normalIdentity('exact', 'Zo\u00e9'));
  });

  it.each([
    ['email', ''],
    ['email', '   '],
    ['exact', '\t'],
    ['phone', 'n/a'],
    ['phone', '-'],
    ['phone', '1234'],
    ['phone', '00'],
    ['email', 'a\0b@example.com'],
  ] as const)('%s %j identifies nobody', (match, written) => {
    expect(normalIdentity(match, written)).toBeNull();
  });

  it('keeps each value once, in the order given', () => {
    expect(normalIdentities('email', ['B@x.org', 'a@x.org', 'b@X.org', ' '])).toEqual(['b@x.org', 'a@x.org']);
    expect(normalIdentities('email', undefined)).toEqual([]);
  });

  it('is the same however often it is applied', () => {
    fc.assert(
      fc.property(fc.constantFrom('email', 'phone', 'exact'), fc.string({ unit: 'grapheme' }), (match, written) => {
        const normal = normalIdentity(match, written);
        fc.pre(normal !== null);
        expect(normalIdentity(match, normal)).toBe(normal);
      }),
    );
  });

  it('never lets a phone number through that an empty column could equal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '٣', '+', ' ', 'a') }), (written) => {
        const normal = normalIdentity('phone', written);
        expect(normal === null || normal.replace(/\P{Nd}/gu, '').length >= 5).toBe(true);
      }),
    );
  });
});
