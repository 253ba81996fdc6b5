import { describe, expect, it } from 'vitest';
import { flatText, shownValue } from '@/lib/documents/shown-value';
import { JsonText } from '@/lib/domain/records/json-text';
import { LOCALES, type Locale } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { aField } from '@/tests/unit/bundle/facts';

const words = (locale: Locale) => ({ locale, t: translator(locale, 'bundle') });
const textIn = (locale: Locale, value: unknown, change = {}) => {
  const shown = shownValue(value, aField('x', change), words(locale));
  return shown.kind === 'text' || shown.kind === 'time' ? shown.text.replaceAll('\u00a0', ' ') : shown;
};

describe('a value in the reader’s words', () => {
  it('is what its code means, in a text or a number', () => {
    expect(textIn('bg', 'in', { values: { in: 'входящо' } })).toBe('входящо');
    expect(textIn('bg', 2, { values: { '2': 'платено' } })).toBe('платено');
    expect(textIn('bg', 'out', { values: { in: 'входящо' } })).toBe('out');
    expect(textIn('en', 'constructor', { values: {} })).toBe('constructor');
  });

  it('is yes or no in each language', () => {
    for (const locale of LOCALES)
      expect([textIn(locale, true), textIn(locale, false)]).toEqual(['yes', 'no'].map((key) => words(locale).t(key)));
    expect([textIn('ru', true), textIn('ru', false)]).toEqual(['да', 'нет']);
  });

  it('says what it counts, with every digit', () => {
    expect(textIn('en', 1, { unit: 'second' })).toBe('1 second');
    expect(textIn('ru', 42, { unit: 'second' })).toBe('42 секунды');
    expect(textIn('bg', 3.5, { unit: 'megabyte' })).toMatch(/^3,5 /);
    expect(textIn('en', new JsonText('1.10'), { unit: 'EUR' })).toBe('€1.10');
    expect(textIn('en', new JsonText('12345678901234567890.125'), { unit: 'byte' })).toBe(
      '12,345,678,901,234,567,890.125 bytes',
    );
    expect(textIn('en', 'unknown', { unit: 'second' })).toBe('unknown');
  });

  it('is a date as people write it, and nothing where nothing is', () => {
    expect(shownValue('2024-03-07', aField('x'), words('en'))).toEqual({
      kind: 'time',
      at: '2024-03-07',
      text: '7 Mar 2024',
    });
    for (const empty of [null, undefined, '', new JsonText('[]'), new JsonText('{}')])
      expect(shownValue(empty, aField('x'), words('en'))).toEqual({ kind: 'nothing' });
  });

  it('stands in lists where it is nested, to the last digit', () => {
    const shown = shownValue(new JsonText('{"ids":[9007199254740993,null],"on":true}'), aField('x'), words('en'));
    expect(shown).toEqual({
      kind: 'pairs',
      pairs: [
        ['ids', { kind: 'list', items: [{ kind: 'text', text: '9007199254740993' }, { kind: 'nothing' }] }],
        ['on', { kind: 'text', text: 'yes' }],
      ],
    });
    expect(flatText(shown)).toBe('ids: 9007199254740993; ; on: yes');
  });
});
