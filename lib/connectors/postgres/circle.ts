import type { Circle, Condition, Selection } from '@/lib/domain/datamap/plan';
import type { Place } from '@/lib/domain/datamap/types';
import type { Catalogue, ValueKind } from './columns';
import { isNumber, OWN, valuesAt, type Values } from './value-sql';

export type Linked = Extract<Condition, { kind: 'linked' }>;

/** A way to leave a collection of the circle: the places whose values lead to others of it. */
export type Exit = { readonly selection: Selection; readonly at: readonly Place[]; readonly tag: number };

/** A circle as one recursive table of the keys found: from which exit, and its values. `types`: of the values, empty where all go as text. */
export type SqlCircle = {
  readonly name: string;
  readonly members: Circle;
  readonly exits: readonly Exit[];
  readonly width: number;
  readonly types: readonly string[];
};

const nameOf = (collectionId: string, at: readonly Place[]): string => JSON.stringify([collectionId, at]);

/** The conditions by which the circle leads to a collection of it. */
export const inside = ({ where }: Selection, members: Circle): Linked[] =>
  where.filter(
    (condition): condition is Linked =>
      condition.kind === 'linked' && members.some(({ collectionId }) => collectionId === condition.of),
  );

/** A type in which values of these kinds are compared without losing an index, or null where only their texts can be. */
function commonType(kinds: readonly ValueKind[]): string | null {
  const [first] = kinds;
  if (kinds.every((kind) => kind === 'uuid')) return 'uuid';
  if (kinds.every((kind) => kind === 'integer')) return 'integer';
  if (kinds.every(isNumber)) return kinds.includes('numeric') ? 'numeric' : 'bigint';
  return first === 'text' && kinds.every((kind) => kind === 'text') ? 'text' : null;
}

export function circleOf(name: string, members: Circle, catalogue: Catalogue): SqlCircle {
  const links = members.flatMap((member) => inside(member, members).map((link) => ({ member, link })));
  const byName = new Map(links.map(({ link }) => [nameOf(link.of, link.ofAt), link]));
  const exits = [...byName.values()].map(({ of, ofAt }, tag) => ({
    selection: members.find(({ collectionId }) => collectionId === of)!,
    at: ofAt,
    tag,
  }));
  const kindsAt = (collectionId: string, at: readonly Place[]) => valuesAt(at, catalogue.get(collectionId)!, OWN).kinds;
  const rows = [
    ...exits.map(({ selection, at }) => kindsAt(selection.collectionId, at)),
    ...links.map(({ member, link }) => kindsAt(member.collectionId, link.at)),
  ];
  const width = Math.max(...rows.map((kinds) => kinds.length));
  const types = rows.every((kinds) => kinds.length === width)
    ? Array.from({ length: width }, (_, n) => commonType(rows.map((kinds) => kinds[n]!)))
    : [];
  return { name, members, exits, width, types: types.every((type) => type !== null) ? types : [] };
}

/** Values in the types of the circle, padded to its width. */
export const cast = ({ types, width }: SqlCircle, { expressions }: Values): string[] =>
  Array.from({ length: width }, (_, n) =>
    expressions[n] === undefined ? `''::text` : `(${expressions[n]})::${types[n] ?? 'text'}`,
  );

export const keyNames = ({ width }: SqlCircle): string[] => Array.from({ length: width }, (_, n) => `key_${n}`);

/** The exit that a condition of the circle begins at. */
export const entryOf = ({ exits }: SqlCircle, { of, ofAt }: Linked): number =>
  exits.find(({ selection, at }) => nameOf(selection.collectionId, at) === nameOf(of, ofAt))!.tag;

/** The values are among the keys that the circle found at the end the condition names. */
export function keyOfCircle(circle: SqlCircle, link: Linked, values: Values): string {
  const used = values.expressions.length;
  return `(${cast(circle, values).slice(0, used).join(', ')}) IN (SELECT ${keyNames(circle).slice(0, used).join(', ')} FROM ${circle.name} WHERE exit = ${entryOf(circle, link)})`;
}
