import type { Locale } from '../locale';
import { jsonOf, jsonValue } from '../records/json-text';
import { KIND, RecordLine } from '../records/record-line';
import type { OwnValues } from './other-person';
import type { HiddenMarks } from './hidden-mark';
import { withStatements } from './never-sent';
import { byMap, type Withheld } from './requester-view';
import { isKeptBack, isWithheldByMap, type LawfulCollection, type LawfulField } from './under-law';

/** A field of which something may be kept back, and the JSON that stands in its place where the map's rule for another person's data does. */
type Kept = { readonly field: LawfulField; readonly instead: Uint8Array };

type Hiding = { readonly member: number; readonly instead: Uint8Array; readonly grounds: readonly string[] };

/**
 * The data map's rules for other people's data, and what the law never lets be sent, on lines of JSON, as `asRequesterSees` has them for a record:
 * where no person of the desk hid anything in it. Only what a rule asks about is looked at, and only what it hides is written anew.
 */
export class LinesSeen {
  readonly #kept: readonly Kept[];
  readonly #line = new RecordLine();

  constructor(
    collection: LawfulCollection,
    private readonly own: OwnValues,
    private readonly locale: Locale,
    private readonly marks: HiddenMarks,
  ) {
    this.#kept = collection.fields.filter(isKeptBack).map((field) => ({
      field,
      instead: isWithheldByMap(field.otherPerson) ? asBytes(byMap(field.otherPerson, null, locale, marks)) : NOTHING,
    }));
  }

  /** Whether there is a rule at all: else every line is seen as it is. */
  get changes(): boolean {
    return this.#kept.length > 0;
  }

  /**
   * @param keep takes the bytes of the record, piece by piece, without a line end
   * @returns what is not shown of it
   */
  see(
    bytes: Uint8Array,
    from: number,
    to: number,
    keep: (bytes: Uint8Array, from: number, to: number) => void,
  ): readonly Withheld[] {
    const line = this.#line;
    line.read(bytes, from, to);
    const members = new Map<string, number>();
    for (let member = 0; member < line.count; member++) members.set(line.names[line.name[member]!]!, member);
    const hiding = this.#kept.flatMap((kept) => {
      const member = members.get(kept.field.name);
      const hidden =
        member === undefined || line.kind[member] === KIND.nothing ? null : this.#hide(kept, member, members);
      return hidden === null ? [] : [{ ...hidden, field: kept.field.name }];
    });
    let at = line.start;
    for (const { member, instead } of [...hiding].sort((one, other) => one.member - other.member)) {
      keep(line.bytes, at, line.from[member]!);
      keep(instead, 0, instead.length);
      at = line.to[member]!;
    }
    keep(line.bytes, at, line.end);
    return hiding.map(({ field, grounds }) => ({ field, grounds, by: 'dataMap' }));
  }

  #hide({ field, instead }: Kept, member: number, members: ReadonlyMap<string, number>): Hiding | null {
    const { otherPerson, neverSent } = field;
    const isOwn = otherPerson === null || this.#isOwn(field, members);
    if (!isOwn && isWithheldByMap(otherPerson)) return { member, instead, grounds: otherPerson.grounds };
    if (neverSent.length === 0) return null;
    const { locale, marks } = this;
    const { value, stated } = withStatements(jsonValue(this.#line.writtenOf(member)), neverSent, {
      locale,
      marks,
      isOwn,
    });
    if (stated.length === 0) return null;
    return { member, instead: asBytes(value), grounds: [...new Set(stated.flatMap(({ grounds }) => grounds))] };
  }

  #isOwn({ name, otherPerson }: LawfulField, members: ReadonlyMap<string, number>): boolean {
    if (otherPerson === null || otherPerson.unless === null) return false;
    const member = members.get(otherPerson.toldBy ?? name);
    const told = member === undefined ? '' : this.#line.textOf(member);
    return told !== '' && this.own[otherPerson.unless]?.includes(told) === true;
  }
}

const NOTHING = new Uint8Array(0);

const asBytes = (value: unknown): Uint8Array => new TextEncoder().encode(jsonOf(value));
