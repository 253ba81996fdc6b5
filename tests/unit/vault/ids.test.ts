import { describe, expect, it } from 'vitest';
import { newCode, newId, newReference, newSecret } from '@/lib/platform/ids';

const many = <T>(make: () => T): T[] => Array.from({ length: 5000 }, make);

describe('what is drawn', () => {
  it('is a reference that can be read aloud: no vowel, no sign that looks like another', () => {
    const references = many(() => newReference('CA'));
    for (const reference of references)
      expect(reference).toMatch(/^CA-[3-9BCDFGHJ-NPR-TV-X]{4}-[3-9BCDFGHJ-NPR-TV-X]{4}$/);
    expect(references.join('')).not.toMatch(/[EIOUQYZ012]/);
    expect(new Set(references).size).toBe(references.length);
  });

  it('uses every sign of its alphabet', () => {
    expect(
      [
        ...new Set(
          many(() => newReference(''))
            .join('')
            .replace(/-/g, ''),
        ),
      ]
        .sort()
        .join(''),
    ).toBe('3456789BCDFGHJKLMNPRSTVWX');
  });

  it('is a code of six digits, those with leading zeros included', () => {
    const codes = many(newCode);
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('is a secret of 256 bits that fits a link, and an id that fits a column', () => {
    for (const secret of many(newSecret)) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(newSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newId()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
