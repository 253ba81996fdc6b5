import { describe, expect, it } from 'vitest';
import { readable } from '@/lib/documents/readable';

describe('a date as a person reads it', () => {
  it.each([
    ['2019-03-07T14:00:00+00:00', '7 Mar 2019, 14:00:00 UTC'],
    ['2019-03-07T14:00:00.123456Z', '7 Mar 2019, 14:00:00.123456 UTC'],
    ['2019-03-07 14:00:00.5+02:00', '7 Mar 2019, 14:00:00.5 UTC+02:00'],
    ['2019-03-07T14:00', '7 Mar 2019, 14:00'],
    ['2019-03-07', '7 Mar 2019'],
  ])('%s is %s', (text, shown) => {
    expect(readable(text, 'en')).toBe(shown);
  });

  it('is in the language of the reader', () => {
    expect(readable('2019-03-07', 'bg')).toBe('7.03.2019 г.');
    expect(readable('2019-03-07', 'ru')).toBe('7 мар. 2019 г.');
  });

  it.each(['', '2019-02-31', '2019-13-01T10:00', 'on 2019-03-07', '2019-03-07x', '20190307'])(
    'is nothing else: %j',
    (text) => {
      expect(readable(text, 'en')).toBe(text);
    },
  );
});
