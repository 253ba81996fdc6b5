import type { Locale } from '../locale';
import { jsonOf } from '../records/json-text';
import { KIND, RecordLine } from '../records/record-line';
import type { OwnValues } from './other-person';
import type { HiddenMarks } from './hidden-mark';
import { byMap, type Withheld } from './requester-view';
import { isWithheldByMap, type LawfulCollection, type LawfulOtherPerson } from './under-law';

/** A rule of the map that keeps a value from the requester, and the JSON that stands in its place. */
type Rule = { readonly field: string; readonly rule: LawfulOtherPerson; readonly instead: Uint8Array };

/**
 * The data map's rules for other people's data on lines of JSON, as `asRequesterSees` has them for a record: where no person of the desk hid
 * anything in it. Only what a rule asks about is looked at, and only what it hides is written anew.
 */
export class LinesSeen {
  readonly #rules: readonly Rule[];
  readonly #line = new RecordLine();

  constructor(
    collection: LawfulCollection,
    private readonly own: OwnValues,
    locale: Locale,
    marks: HiddenMarks,
  ) {
    this.#rules = collection.fields.flatMap(({ name, otherPerson: rule }) =>
      isWithheldByMap(rule)
        ? [{ field: name, rule, instead: new TextEncoder().encode(jsonOf(byMap(rule, null, locale, marks))) }]
        : [],
    );
  }

  /** Whether there is a rule at all: else every line is seen as it is. */
  get changes(): boolean {
    return this.#rules.length > 0;
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
    const hiding = this.#rules.flatMap((rule) => {
      const member = members.get(rule.field);
      return member === undefined || line.kind[member] === KIND.nothing || this.#isOwn(rule, members)
        ? []
        : [{ ...rule, member }];
    });
    let at = line.start;
    for (const { member, instead } of [...hiding].sort((one, other) => one.member - other.member)) {
      keep(line.bytes, at, line.from[member]!);
      keep(instead, 0, instead.length);
      at = line.to[member]!;
    }
    keep(line.bytes, at, line.end);
    return hiding.map(({ field, rule: { grounds } }) => ({ field, grounds, by: 'dataMap' }));
  }

  #isOwn({ field, rule: { unless, toldBy } }: Rule, members: ReadonlyMap<string, number>): boolean {
    if (unless === null) return false;
    const member = members.get(toldBy ?? field);
    const told = member === undefined ? '' : this.#line.textOf(member);
    return told !== '' && this.own[unless]?.includes(told) === true;
  }
}
