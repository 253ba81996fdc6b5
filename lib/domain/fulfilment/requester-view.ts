import type { RedactionScope } from '../case/types';
import type { Locale } from '../locale';
import { cellText, jsonOf, JsonText, mapJsonTexts } from '../records/json-text';
import type { HiddenMarks, HiddenPart } from './hidden-mark';
import { type NeverSent, type Saying, type Stated, statementOf, withStatements } from './never-sent';
import { otherPersonIn, type OwnValues } from './other-person';
import { isWithheldByMap, type LawfulCollection, type LawfulField, type LawfulOtherPerson } from './under-law';

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
 * Pure. Values that the map leaves to a person (`decide`) are shown unless the desk hid them. What a law never lets be sent is a statement that it
 * is held, whatever the desk decided about the field.
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
  const fields = new Map<string, KeptBack>();
  for (const field of collection.fields) {
    if (seen[field.name] === null || seen[field.name] === undefined) continue;
    const kept = keptBack(field, record, ownValues, locale, marks);
    seen[field.name] = kept.value;
    fields.set(field.name, kept);
    if (kept.grounds !== null) withheld.push({ field: field.name, grounds: kept.grounds, by: 'dataMap' });
  }
  for (const [field, hiding] of byField(own)) {
    if (!Object.hasOwn(record, field)) continue;
    const kept = fields.get(field);
    if (kept?.whole) continue;
    const whole =
      hiding.find(({ scope, passage }) => scope === 'field' || passage === null) ?? across(record[field], hiding);
    const [first, ...more] = kept?.stated ?? [];
    const never = first && ([first, ...more] as const);
    if (!whole) seen[field] = without(seen[field], hiding, never, { locale, marks });
    else if (never) seen[field] = statementOf(never, { locale, marks, isOwn: true }, [whole.ground]);
    else seen[field] = marks.whole([whole.ground]);
    withheld.push(...hiding.map(({ ground }) => ({ field, grounds: [ground], by: 'desk' as const })));
  }
  return { record: seen, withheld };
}

/** What is left of a value by the map and the law alone: what stands in its place, by which exemptions, null where it is all there. */
export type KeptBack = Stated & { readonly grounds: readonly string[] | null };

export function keptBack(
  field: LawfulField,
  record: Readonly<Record<string, unknown>>,
  ownValues: OwnValues,
  locale: Locale,
  marks: HiddenMarks,
): KeptBack {
  const value = record[field.name];
  const rule = otherPersonIn(field, record, ownValues);
  if (isWithheldByMap(rule))
    return { value: byMap(rule, value, locale, marks), stated: [], whole: false, grounds: rule.grounds };
  const left = withStatements(value, field.neverSent, { locale, marks, isOwn: rule === null });
  const grounds = [...new Set(left.stated.flatMap((one) => one.grounds))];
  return { ...left, grounds: grounds.length > 0 ? grounds : null };
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

/** The redaction of a passage that was marked across several parts of a list or object: it stands in none of them, so all of it goes. */
function across(value: unknown, hiding: readonly AppliedRedaction[]): AppliedRedaction | undefined {
  if (!isNested(value)) return undefined;
  const inside: string[] = [];
  mapJsonTexts(cellText(value), (part) => {
    inside.push(part);
    return null;
  });
  return hiding.find(
    ({ passage }) => passage && cellText(value).includes(passage) && !inside.some((part) => part.includes(passage)),
  );
}

const isNested = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && /^[[{]/.test(cellText(value));

/**
 * Every occurrence of a passage goes: the same name further down would say what was hidden above. So it does inside lists and objects,
 * in their names too, and in numbers.
 * @param never what is stated in it already: those words are ours
 */
function without(
  value: unknown,
  hiding: readonly AppliedRedaction[],
  never: readonly [NeverSent, ...NeverSent[]] | undefined,
  how: Pick<Saying, 'locale' | 'marks'>,
): unknown {
  const { marks } = how;
  if (value === null || value === undefined) return value;
  const text = cellText(value);
  if (!isNested(value)) {
    const parts = cut(text, hiding);
    return parts.length === 1 ? value : marks.partly(parts);
  }
  const ours = (never ?? []).flatMap((one) =>
    [true, false].map((isOwn) => jsonOf(statementOf([one], { ...how, isOwn }))),
  );
  return new JsonText(
    apartFrom(text, ours, (piece) =>
      mapJsonTexts(piece, (part, isName) => {
        const left = cut(part, hiding);
        if (left.length === 1) return null;
        return isName ? JSON.stringify(marks.inName(left)) : jsonOf(marks.partly(left));
      }),
    ),
  );
}

/** Changes what stands between these texts; each is whole values of JSON, so it never begins or ends inside one. */
function apartFrom(text: string, [first, ...rest]: readonly string[], change: (piece: string) => string): string {
  if (first === undefined) return change(text);
  return text
    .split(first)
    .map((piece) => apartFrom(piece, rest, change))
    .join(first);
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
