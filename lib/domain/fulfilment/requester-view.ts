import type { RedactionScope } from '../case/types';
import type { Locale } from '../locale';
import { cellText, jsonOf, JsonText, mapJsonTexts } from '../records/json-text';
import type { HiddenMarks, HiddenPart } from './hidden-mark';
import { otherPersonIn, type OwnValues } from './other-person';
import { isWithheldByMap, type LawfulCollection, type LawfulOtherPerson } from './under-law';

/** Something hidden by a person of the desk; `passage` is the part of a text that scope `value` hides. */
export type AppliedRedaction = {
  readonly recordNo: number;
  readonly scope: RedactionScope;
  readonly field: string | null;
  readonly ground: string;
  readonly passage: string | null;
};

/** What is not shown of a record, and why: counted for the letter and the manifest. */
export type Withheld = {
  readonly field: string | null;
  /** Exemptions, one or more for each law under which the copy is given. */
  readonly grounds: readonly string[];
  readonly by: 'desk' | 'dataMap';
};

export type RequesterView = {
  /** Null where the whole record is hidden. */
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly withheld: readonly Withheld[];
};

/** The words that stand where something is hidden, such as "hidden: rights of others". */
export type HiddenWords = (grounds: readonly string[]) => string;

/**
 * A record as the requester will see it: the data map's rules for other people's data first, then what the desk hid (Art. 15(4) GDPR).
 * Pure. Values that the map leaves to a person (`decide`) are shown unless the desk hid them.
 */
export function asRequesterSees(
  recordNo: number,
  record: Readonly<Record<string, unknown>>,
  collection: LawfulCollection,
  redactions: readonly AppliedRedaction[],
  ownValues: OwnValues,
  locale: Locale,
  marks: HiddenMarks,
): RequesterView {
  const own = redactions.filter((redaction) => redaction.recordNo === recordNo);
  const whole = own.find(({ scope }) => scope === 'record');
  if (whole) return { record: null, withheld: [{ field: null, grounds: [whole.ground], by: 'desk' }] };
  const withheld: Withheld[] = [];
  const seen: Record<string, unknown> = { ...record };
  for (const field of collection.fields) {
    const rule = otherPersonIn(field, record, ownValues);
    if (!rule || seen[field.name] === null || seen[field.name] === undefined) continue;
    if (isWithheldByMap(rule)) withheld.push({ field: field.name, grounds: rule.grounds, by: 'dataMap' });
    seen[field.name] = byMap(rule, seen[field.name], locale, marks);
  }
  for (const [field, hiding] of byField(own)) {
    if (!Object.hasOwn(record, field)) continue;
    const whole = hiding.find(({ scope, passage }) => scope === 'field' || passage === null);
    seen[field] = whole ? marks.whole([whole.ground]) : without(seen[field], hiding, marks);
    withheld.push(...hiding.map(({ ground }) => ({ field, grounds: [ground], by: 'desk' as const })));
  }
  return { record: seen, withheld };
}

/** What stands in the place of a value that the data map keeps back. */
export function byMap(otherPerson: LawfulOtherPerson, value: unknown, locale: Locale, marks: HiddenMarks): unknown {
  switch (otherPerson.rule) {
    case 'hide':
      return marks.whole(otherPerson.grounds);
    case 'replace':
      return marks.instead(otherPerson.grounds, otherPerson.label[locale]);
    default:
      return value;
  }
}

function byField(redactions: readonly AppliedRedaction[]): Map<string, AppliedRedaction[]> {
  const fields = new Map<string, AppliedRedaction[]>();
  for (const redaction of redactions)
    if (redaction.field !== null) fields.set(redaction.field, [...(fields.get(redaction.field) ?? []), redaction]);
  return fields;
}

/**
 * Every occurrence of a passage goes: the same name further down would say what was hidden above. So it does inside lists and objects,
 * in their names too, and in numbers. A passage that was marked across several of their parts stands in none of them: then all of it goes.
 */
function without(value: unknown, hiding: readonly AppliedRedaction[], marks: HiddenMarks): unknown {
  if (value === null || value === undefined) return value;
  const text = cellText(value);
  if (typeof value !== 'object' || !/^[[{]/.test(text)) {
    const parts = cut(text, hiding);
    return parts.length === 1 ? value : marks.partly(parts);
  }
  const inside: string[] = [];
  const shown = mapJsonTexts(text, (part, isName) => {
    inside.push(part);
    const left = cut(part, hiding);
    if (left.length === 1) return null;
    return isName ? JSON.stringify(marks.inName(left)) : jsonOf(marks.partly(left));
  });
  const across = hiding.find(
    ({ passage }) => passage && text.includes(passage) && !inside.some((part) => part.includes(passage)),
  );
  return across ? marks.whole([across.ground]) : new JsonText(shown);
}

/**
 * All passages are found in the text as it came: two that overlap go together, where one after the other would leave a piece.
 * @returns what is left, and between it the grounds of what is not; one part where nothing goes
 */
function cut(text: string, hiding: readonly AppliedRedaction[]): HiddenPart[] {
  const stretches: { from: number; to: number; ground: string }[] = [];
  for (const { passage, ground } of hiding) {
    if (!passage) continue;
    for (let from = text.indexOf(passage); from !== -1; from = text.indexOf(passage, from + 1))
      stretches.push({ from, to: from + passage.length, ground });
  }
  stretches.sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: HiddenPart[] = [];
  let at = 0;
  for (const { from, to, ground } of stretches) {
    if (from >= at) parts.push(text.slice(at, from), { grounds: [ground] });
    at = Math.max(at, to);
  }
  return [...parts, text.slice(at)];
}
