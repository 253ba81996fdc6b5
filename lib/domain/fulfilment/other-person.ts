import type { Collection } from '../datamap/types';
import { cellText, type DataRecord } from '../records/json-text';
import { recordsOf, type RecordLines } from '../records/lines';
import type { LawfulField, LawfulOtherPerson } from './under-law';

/** The requester's own values of the fields that rules compare with, as text, by `<system>.<collection>.<field>`. */
export type OwnValues = Readonly<Record<string, readonly string[]>>;

/**
 * The rule for a value about another person, or null where there is none: the field is not about one, or in this record the person is
 * the requester. Their own messages are theirs (Art. 15(1) GDPR), whatever the rule for the sender of the others.
 */
export function otherPersonIn(
  { name, otherPerson }: LawfulField,
  record: DataRecord,
  own: OwnValues,
): LawfulOtherPerson | null {
  if (otherPerson === null || otherPerson.unless === null) return otherPerson;
  const told = cellText(record[otherPerson.toldBy ?? name]);
  return told !== '' && own[otherPerson.unless]?.includes(told) ? null : otherPerson;
}

/**
 * Reads what the rules of these collections compare with out of the requester's accounts.
 * @param collections in which something was found; what a rule names and nothing was found in has no values
 */
export async function ownValuesOf(
  collections: readonly Collection[],
  read: (collectionId: string) => AsyncIterable<RecordLines>,
): Promise<OwnValues> {
  const asked = new Set(
    collections.flatMap(({ fields }) => fields.flatMap(({ otherPerson }) => otherPerson?.unless ?? [])),
  );
  const own: Record<string, string[]> = {};
  for (const { id, fields } of collections) {
    const named = fields.map(({ name }) => name).filter((name) => asked.has(`${id}.${name}`));
    if (named.length === 0) continue;
    for await (const lines of read(id))
      for (const { record } of recordsOf(lines))
        for (const name of named) (own[`${id}.${name}`] ??= []).push(cellText(record[name]));
  }
  return own;
}
