import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

describe('a translator', () => {
  it('speaks the language it was asked for', () => {
    const words = LOCALES.map((locale) => translator(locale, 'answer')('whole'));
    expect(new Set(words).size).toBe(LOCALES.length);
  });

  it('throws for a text or a value that is missing: no person is shown a key', () => {
    const say = translator('en', 'answer');
    expect(() => say('outcome.unheardOf')).toThrow();
    expect(() => say('hidden')).toThrow();
  });

  it('ends a sentence with one stop where its last value brings one, and leaves other stops alone', () => {
    const say = translator('en', 'answer');
    expect(say('sought.line', { kind: 'Wait..', how: '22 декември 2026 г.' })).toBe('Wait..: 22 декември 2026 г.');
  });

  it('puts a value in as it is, markup and braces included', () => {
    expect(translator('en', 'answer')('hidden', { what: '<b>{x}</b>' })).toContain('<b>{x}</b>');
  });
});
