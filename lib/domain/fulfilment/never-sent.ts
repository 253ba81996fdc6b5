import type { Secret } from '../datamap/types';
import { MAP_WORDS } from '../datamap/words.generated';
import { exemptionsForbidding } from '../law/exemptions';
import type { Law } from '../law/types';
import { byLocale, type Locale } from '../locale';
import { cellText, type DataRecord, jsonMembers, jsonOf, JsonText } from '../records/json-text';
import type { HiddenMarks } from './hidden-mark';
import type { RequestLaw } from './under-law';

/** A number or secret of a field that a law of the request never lets be sent: 11 CCR 7024(d). */
export interface NeverSent extends Secret {
  /** Exemptions that forbid it. */
  readonly grounds: readonly string[];
  /** What the requester reads in its place: that it is held, and by which law it is not sent. */
  readonly statement: Readonly<Record<Locale, string>>;
}

/** Of the numbers and secrets of a field those that no law of this request lets be sent. */
export const neverSentOf = (
  secrets: readonly Secret[],
  { rights, receivedOn }: RequestLaw,
  law: Law,
): readonly NeverSent[] =>
  secrets.flatMap((secret) => {
    const forbidding = exemptionsForbidding(secret.kind, rights, receivedOn, law);
    if (forbidding.length === 0) return [];
    const cited = forbidding.map(({ citation }) => citation).join('; ');
    const words = (locale: Locale) => MAP_WORDS[locale];
    return [
      {
        ...secret,
        grounds: forbidding.map(({ id }) => id),
        statement: byLocale(
          (locale) => `[${words(locale)[`secret.${secret.kind}`]} ${words(locale)['secret.law']} (${cited}).]`,
        ),
      },
    ];
  });

/** That it is there or not, as of a password's hash of which only that is read, is nobody's secret; nor is nothing at all. */
const holdsSecret = (value: unknown): boolean =>
  typeof value !== 'boolean' && !['', '[]', '{}'].includes(cellText(value).trim());

/** In which language and with which marks it is said; whether the value is the requester's own, and not another person's. */
export type Saying = { readonly locale: Locale; readonly marks: HiddenMarks; readonly isOwn: boolean };

/** What is left of a value, which of its secrets were in it, and whether nothing but statements is left. */
export type Stated = { readonly value: unknown; readonly stated: readonly NeverSent[]; readonly whole: boolean };

/** A value with a statement in the place of each of these that it holds. */
export function withStatements(value: unknown, neverSent: readonly NeverSent[], how: Saying): Stated {
  const stated = neverSent.filter((one) => isIn(value, one));
  const [first, ...more] = stated;
  if (first === undefined) return { value, stated, whole: false };
  if (isWhole(value, stated)) return { value: statementOf([first, ...more], how), stated, whole: true };
  const left = stated.reduce((so, one) => replaced(so, one.path, statementOf([one], how)), value);
  return { value: left, stated, whole: false };
}

/**
 * What stands in the place of these. Of another person's it is not said that it is the requester's.
 * @param also by what else the whole value is hidden
 */
export function statementOf(
  stated: readonly [NeverSent, ...NeverSent[]],
  { locale, marks, isOwn }: Saying,
  also: readonly string[] = [],
): unknown {
  const grounds = [...new Set([...also, ...stated.flatMap((one) => one.grounds)])];
  if (!isOwn) return marks.whole(grounds);
  const said = stated.map(({ statement }) => statement[locale]).join(' ');
  return marks.instead(grounds, said, stated.length === 1 ? stated[0].kind : undefined);
}

/** Of a text column of JSON too: no mark can stand inside a text. */
const isWhole = (value: unknown, stated: readonly NeverSent[]): boolean =>
  stated.length > 0 && (typeof value === 'string' || stated.some(({ path }) => path.length === 0));

const isIn = (value: unknown, { path }: NeverSent): boolean => replaced(value, path, THERE) !== value;

const THERE = Symbol('there');

/** A field with what of it the law never lets be sent. */
type Known = { readonly name: string; readonly neverSent: readonly NeverSent[] };

/** Of the secrets of a field those that a record holds: each is said in its place, whatever anybody decides. */
export const secretsIn = ({ name, neverSent }: Known, record: DataRecord): readonly NeverSent[] =>
  neverSent.filter((one) => isIn(record[name], one));

/** Whether nothing but statements is left of a field of a record: then no decision about it has an effect. */
export const isNeverSent = (field: Known, record: DataRecord): boolean =>
  isWhole(record[field.name], secretsIn(field, record));

const NESTED = /^[[{]/;

function holdsInside(text: string, path: readonly string[], mark: unknown): boolean {
  if (!NESTED.test(text)) return false;
  const value = new JsonText(text);
  try {
    return replaced(value, path, mark) !== value;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function replaced(value: unknown, path: readonly string[], mark: unknown): unknown {
  if (value === null || value === undefined) return value;
  const [name, ...rest] = path;
  if (name === undefined) return holdsSecret(value) ? mark : value;
  if (typeof value === 'string') return holdsInside(value.trim(), path, mark) ? mark : value;
  if (!(value instanceof JsonText) || !NESTED.test(value.text)) return value;
  const isList = value.text.startsWith('[');
  let changed = false;
  const parts = jsonMembers(value.text).map((member) => {
    const inner =
      member.name === null
        ? replaced(member.value, path, mark)
        : member.name === name
          ? replaced(member.value, rest, mark)
          : member.value;
    changed ||= inner !== member.value;
    return member.name === null ? jsonOf(inner) : `${JSON.stringify(member.name)}:${jsonOf(inner)}`;
  });
  return changed ? new JsonText(isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`) : value;
}
