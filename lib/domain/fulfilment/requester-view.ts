import type { RedactionScope } from '../case/types';
import type { Collection, Field } from '../datamap/types';
import type { Locale } from '../locale';

/** Something hidden by a person of the desk; `passage` is the part of a text that scope `value` hides. */
export type AppliedRedaction = {
  readonly recordNo: number;
  readonly scope: RedactionScope;
  readonly field: string | null;
  readonly ground: string;
  readonly passage: string | null;
};

/** What is not shown of a record, and why: counted for the letter and the manifest. */
export type Withheld = { readonly field: string | null; readonly ground: string; readonly by: 'desk' | 'dataMap' };

export type RequesterView = {
  /** Null where the whole record is hidden. */
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly withheld: readonly Withheld[];
};

/** The words that stand where something is hidden, such as "hidden: rights of others". */
export type HiddenWords = (ground: string) => string;

/**
 * A record as the requester will see it: the data map's rules for other people's data first, then what the desk hid (Art. 15(4) GDPR).
 * Pure. Values that the map leaves to a person (`decide`) are shown unless the desk hid them.
 */
export function asRequesterSees(
  recordNo: number,
  record: Readonly<Record<string, unknown>>,
  collection: Collection,
  redactions: readonly AppliedRedaction[],
  locale: Locale,
  hidden: HiddenWords,
): RequesterView {
  const own = redactions.filter((redaction) => redaction.recordNo === recordNo);
  const whole = own.find(({ scope }) => scope === 'record');
  if (whole) return { record: null, withheld: [{ field: null, ground: whole.ground, by: 'desk' }] };
  const withheld: Withheld[] = [];
  const seen: Record<string, unknown> = { ...record };
  for (const field of collection.fields) {
    const rule = field.otherPerson;
    if (!rule || seen[field.name] === null || seen[field.name] === undefined) continue;
    const shown = byMap(field, seen[field.name], locale, hidden);
    if (rule.rule === 'hide') withheld.push({ field: field.name, ground: rule.groundId, by: 'dataMap' });
    seen[field.name] = shown;
  }
  for (const { scope, field, passage, ground } of own) {
    if (field === null || !(field in record)) continue;
    seen[field] = scope === 'value' && passage !== null ? without(seen[field], passage, hidden(ground)) : hidden(ground);
    withheld.push({ field, ground, by: 'desk' });
  }
  return { record: seen, withheld };
}

function byMap({ otherPerson }: Field, value: unknown, locale: Locale, hidden: HiddenWords): unknown {
  switch (otherPerson?.rule) {
    case 'hide':
      return hidden(otherPerson.groundId);
    case 'replace':
      return otherPerson.label[locale];
    default:
      return value;
  }
}

/** Every occurrence of a passage goes: the same name further down would say what was hidden above. */
function without(value: unknown, passage: string, words: string): unknown {
  if (typeof value === 'string') return value.split(passage).join(words);
  if (Array.isArray(value)) return value.map((part) => without(part, passage, words));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, without(part, passage, words)]));
  return String(value) === passage ? words : value;
}
