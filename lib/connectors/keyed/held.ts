import { BLANKS } from '@/lib/domain/datamap/identity';
import type { Place } from '@/lib/domain/datamap/types';
import { type DataRecord, jsonMembers, JsonText } from '@/lib/domain/records/json-text';
import { phoneReading, writtenForm } from '../phone-forms';
import type { Key } from '../port';
import type { By, IdentityCondition } from './source';

/** A single value as text; none for nothing, lists and objects. */
function textOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (!(value instanceof JsonText)) return [String(value)];
  return /^[{[]/.test(value.text) ? [] : [value.text];
}

/** Every value that stands at a place of a record, as text; lists on the way are gone through. */
export function valuesAt(record: DataRecord, { column, path }: Place): string[] {
  let values: unknown[] = [record[column]];
  for (const name of [...path, null]) {
    values = values.flatMap(elements);
    if (name === null) break;
    values = values.flatMap((value) =>
      value instanceof JsonText && value.text.startsWith('{')
        ? jsonMembers(value.text).flatMap((member) => (member.name === name ? [member.value] : []))
        : [],
    );
  }
  return values.flatMap(textOf);
}

const elements = (value: unknown): unknown[] =>
  value instanceof JsonText && value.text.startsWith('[')
    ? jsonMembers(value.text).flatMap((one) => elements(one.value))
    : [value];

/** The keys that stand together at these places of a record. */
export const keysAt = (record: DataRecord, at: readonly Place[]): Key[] =>
  at.reduce<Key[]>(
    (keys, place) => keys.flatMap((key) => valuesAt(record, place).map((value) => [...key, value])),
    [[]],
  );

const AROUND = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, 'g');
const trimmed = (text: string): string => text.normalize('NFC').replace(AROUND, '');

/** Capitals do not matter, and what a Turkish keyboard makes of an i counts as an i where it is stored. */
const foldedMail = (stored: string): string[] => {
  const text = trimmed(stored);
  return [text.toLowerCase(), text.replace(/[İı]/g, 'i').toLowerCase().replaceAll('i\u0307', 'i')];
};

function isIdentity({ match, values, country }: IdentityCondition, stored: string): boolean {
  switch (match) {
    case 'exact':
      return values.includes(stored);
    case 'text':
      return values.some((value) => trimmed(value) === trimmed(stored));
    case 'email':
      return values.some((value) => foldedMail(stored).includes(value));
    case 'phone': {
      const own = writtenForm(stored);
      return values
        .flatMap((value) => phoneReading(value, country).forms)
        .some((form) => form.international === own.international && form.digits === own.digits);
    }
  }
}

/** Whether a record shows what it is to be found by; null where it shows nothing at that place. */
export function isFoundBy(record: DataRecord, by: By): boolean | null {
  if (by.kind === 'identity') {
    const stored = valuesAt(record, by.at);
    return stored.length === 0 ? null : stored.some((one) => isIdentity(by, one));
  }
  const wanted = new Set(by.keys.map((key) => JSON.stringify(key)));
  const stored = keysAt(record, by.at);
  return stored.length === 0 ? null : stored.some((key) => wanted.has(JSON.stringify(key)));
}
