import { DOCUMENT_KEYS } from './documents';
import { identityOf, referencesOf } from './build-collection';
import type { Report } from './problem';
import type { CollectionEntry, DatasetEntry } from './schema';

/** What a system needs whose owner is asked, and what of a database's it cannot have: nobody follows keys by hand. */
export function checkPeople(system: DatasetEntry, path: readonly PropertyKey[], report: Report): void {
  const own = system.meta?.rightsdesk ?? {};
  const at = [...path, 'meta', 'rightsdesk'];
  if (own.connector !== 'people') {
    if (own.owner !== undefined && own.connector !== 'opendsr')
      report(
        [...at, 'owner'],
        'an owner is asked only where no connector reads the system',
        'write connector: people, or remove "owner"',
      );
    return;
  }
  if (own.owner === undefined)
    report(at, 'nobody is named who could be asked', 'add owner: { name: …, email: … } beside "connector: people"');
  system.collections.forEach((collection, number) => checkAsked(collection, [...path, 'collections', number], report));
}

/** What a collection cannot have whose records are what somebody answers for it: words or documents. */
export function checkAnswered(collection: CollectionEntry, at: readonly PropertyKey[], report: Report): void {
  if (collection.meta?.rightsdesk?.account)
    report(
      [...at, 'meta', 'rightsdesk', 'account'],
      'accounts are looked up, and nobody looks there',
      'remove "account"',
    );
  collection.fields.forEach(({ name }, index) => {
    if ((DOCUMENT_KEYS as readonly string[]).includes(name))
      report(
        [...at, 'fields', index, 'name'],
        `"${name}" is what the answer itself has`,
        'give the field another name',
      );
  });
}

function checkAsked(collection: CollectionEntry, at: readonly PropertyKey[], report: Report): void {
  const own = collection.meta?.rightsdesk;
  checkAnswered(collection, at, report);
  if (!collection.fields.some((field) => identityOf(field) !== null))
    report(
      [...at, 'fields'],
      'its owner is not told whom to look for',
      'add a field for each thing they know people by: - name: email, with fides_meta: { identity: email }',
    );
  collection.fields.forEach((field, index) => {
    if (referencesOf(field).length > 0)
      report(
        [...at, 'fields', index],
        'a reference leads to or from what a person looks up',
        'remove it: they are told the identities',
      );
  });
  if ((own?.references ?? []).length > 0)
    report(
      [...at, 'meta', 'rightsdesk', 'references'],
      'a reference leads to or from what a person looks up',
      'remove it: they are told the identities',
    );
}
