import { expect, test } from 'vitest';
import { breakWord } from '@/lib/documents/report/fonts';

test('a long token may break anywhere, without a hyphen that would be copied with it', () => {
  const token = 'abcdef0123456789abcdef';
  expect(breakWord(token).join('')).toBe(token);
  expect(breakWord(token)).toContain('');
});

test('a German compound is one word, with its marks, until it is longer than a column', () => {
  for (const word of ['Datenübertragbarkeit,', 'Standardvertragsklauseln', '„Datenschutzbeauftragte“'])
    expect(breakWord(word)).toEqual([word]);
  expect(breakWord('Donaudampfschifffahrtsgesellschaft').length).toBeGreaterThan(1);
});
