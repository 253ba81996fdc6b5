import type { BundleField } from '@/lib/domain/bundle/types';
import type { Locale } from '@/lib/domain/locale';
import { JsonText, jsonMembers } from '@/lib/domain/records/json-text';
import { formatTag } from '@/lib/platform/i18n/dates';
import type { Translate } from '@/lib/platform/i18n/translator';
import { readable } from './readable';

/** What a value is to somebody who reads it. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'time'; readonly at: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Shown[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, value: Shown])[] };

type Told = Pick<BundleField, 'unit' | 'values'>;
type Words = { readonly locale: Locale; readonly t: Translate };

const PLAIN: Told = { unit: null, values: {} };
const NUMBER = /^-?\d+(\.\d+)?$/u;
const NOTHING: Shown = { kind: 'nothing' };

/** A value in the reader's words: codes and units as the data map has them, dates, yes and no, and what is nested as lists. */
export function shownValue(value: unknown, field: Told, words: Words): Shown {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (value instanceof JsonText && /^[[{]/u.test(value.text)) return nested(value.text, words);
  const written = value instanceof JsonText ? value.text : String(value);
  if (Object.hasOwn(field.values, written)) return { kind: 'text', text: field.values[written]! };
  if (typeof value === 'boolean') return { kind: 'text', text: words.t(value ? 'yes' : 'no') };
  if (field.unit !== null && NUMBER.test(written))
    return { kind: 'text', text: withUnit(written, field.unit, words.locale) };
  const text = typeof value === 'string' ? readable(written, words.locale) : written;
  return text === written ? { kind: 'text', text } : { kind: 'time', at: written, text };
}

function nested(json: string, words: Words): Shown {
  const members = jsonMembers(json);
  if (members.length === 0) return NOTHING;
  const values = members.map(({ value }) => shownValue(value, PLAIN, words));
  return json.startsWith('[')
    ? { kind: 'list', items: values }
    : { kind: 'pairs', pairs: members.map(({ name }, i) => [name ?? '', values[i]!]) };
}

/** A number with what it counts; every digit of it stays. */
export function withUnit(written: string, unit: string, locale: Locale): string {
  const digits = { maximumFractionDigits: 20 } as const;
  const style = /^[A-Z]{3}$/u.test(unit)
    ? ({ ...digits, style: 'currency', currency: unit, minimumFractionDigits: 2 } as const)
    : ({ ...digits, style: 'unit', unit, unitDisplay: 'long' } as const);
  // A text keeps digits that a double would round (ECMA-402, 10th edition); the types know numbers only.
  return new Intl.NumberFormat(formatTag(locale), style).format(written as unknown as number);
}

/** The same in one text, for a table: parts of a list behind each other, each with its name. */
export function flatText(shown: Shown): string {
  switch (shown.kind) {
    case 'nothing':
      return '';
    case 'list':
      return shown.items.map(flatText).join('; ');
    case 'pairs':
      return shown.pairs.map(([name, value]) => `${name}: ${flatText(value)}`).join('; ');
    default:
      return shown.text;
  }
}
