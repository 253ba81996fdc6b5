import type { Marked } from '../case/types';
import type { OtherPerson } from '../datamap/types';
import { cellText, type DataRecord } from '../records/json-text';
import { isNeverSent, secretsIn } from './never-sent';
import { otherPersonIn, type OwnValues } from './other-person';
import { isWithheldByMap, type LawfulCollection } from './under-law';

/** A value, or every other value of its field (`recordNo` null), about which a person decided whether it is shown. */
export type Settled = { readonly field: string; readonly recordNo: number | null };

/** Whether there is something to show or to hide. */
const isThere = (value: unknown): boolean => cellText(value) !== '';

/** Names of the fields of a record that fall under a rule and hold something: not those that in this record are the requester's own. */
const fieldsUnder = (
  rule: OtherPerson['rule'],
  { fields }: Pick<LawfulCollection, 'fields'>,
  record: DataRecord,
  own: OwnValues,
): string[] =>
  fields
    .filter((field) => otherPersonIn(field, record, own)?.rule === rule && isThere(record[field.name]))
    .map(({ name }) => name);

/** Names of the fields of a record that the data map leaves to a person and that hold something. */
export const fieldsToDecide = (
  { fields }: Pick<LawfulCollection, 'fields'>,
  record: DataRecord,
  own: OwnValues,
): string[] => {
  const open = fields.filter((field) => !isNeverSent(field, record));
  return fieldsUnder('decide', { fields: open }, record, own);
};

/** Names of the fields of a record of which the map, or a law that never lets them be sent, keeps something from the requester. */
const fieldsKept = (collection: Pick<LawfulCollection, 'fields'>, record: DataRecord, own: OwnValues): string[] => {
  const secret = collection.fields.filter(
    (field) => secretsIn(field, record).length > 0 && !isWithheldByMap(otherPersonIn(field, record, own)),
  );
  return [...fieldsUnder('hide', collection, record, own), ...secret.map(({ name }) => name)];
};

/** Counts, record by record as they come; memory grows with the number of fields. */
export class MarkedTally {
  readonly #toDecide: Record<string, number> = {};
  readonly #hidden: Record<string, number> = {};
  readonly #collection: Pick<LawfulCollection, 'fields'>;
  readonly #own: OwnValues;

  constructor(collection: Pick<LawfulCollection, 'fields'>, own: OwnValues) {
    this.#collection = collection;
    this.#own = own;
  }

  /** Whether there can be anything to count: else no record need be opened for it. */
  get counts(): boolean {
    return this.#collection.fields.some(
      ({ otherPerson, neverSent }) =>
        otherPerson?.rule === 'decide' || otherPerson?.rule === 'hide' || neverSent.length > 0,
    );
  }

  add(record: DataRecord): void {
    for (const name of fieldsToDecide(this.#collection, record, this.#own))
      this.#toDecide[name] = (this.#toDecide[name] ?? 0) + 1;
    for (const name of fieldsKept(this.#collection, record, this.#own))
      this.#hidden[name] = (this.#hidden[name] ?? 0) + 1;
  }

  get marked(): Marked {
    return { toDecide: { ...this.#toDecide }, hidden: { ...this.#hidden } };
  }
}

/** How many values are left to a person and nobody has decided on; a value decided twice counts once. */
export function undecided({ toDecide }: Marked, settled: readonly Settled[]): number {
  return Object.entries(toDecide).reduce((sum, [field, count]) => {
    const own = settled.filter((one) => one.field === field);
    if (own.some(({ recordNo }) => recordNo === null)) return sum;
    return sum + Math.max(0, count - new Set(own.map(({ recordNo }) => recordNo)).size);
  }, 0);
}

export const countOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
