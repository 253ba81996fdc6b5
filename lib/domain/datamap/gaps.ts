import type { ParsedFile } from './build';
import { UNCATEGORISED, collectionIdOf } from './build-collection';
import type { Problem } from './problem';
import { reachableFrom } from './reach';
import type { Collection, DataMap } from './types';

/** Facts of Art. 15(1) GDPR a collection must have, and what to write where it lacks one. */
const FACTS: readonly { readonly lacks: (collection: Collection) => boolean; readonly message: string; readonly fix: string }[] = [
  { lacks: ({ categoryId }) => categoryId === UNCATEGORISED, message: 'belongs to no category: Art. 15(1)(b)', fix: 'name one as meta.rightsdesk.category' },
  { lacks: ({ purposeIds }) => purposeIds.length === 0, message: 'has no purpose: Art. 15(1)(a)', fix: 'name its purposes as meta.rightsdesk.purposes' },
  { lacks: ({ recipientIds }) => recipientIds.length === 0, message: 'has no recipient: Art. 15(1)(c)', fix: 'name its recipients as meta.rightsdesk.recipients' },
  { lacks: ({ retentionId }) => retentionId === null, message: 'does not say how long it is kept: Art. 15(1)(d)', fix: 'name one as meta.rightsdesk.retention' },
];

/** What an answer made from this map would fail to say, and collections no identity leads to. */
export function missingFacts(files: readonly ParsedFile[], dataMap: DataMap): Problem[] {
  const collections = new Map(dataMap.systems.flatMap((system) => system.collections).map((collection) => [collection.id, collection]));
  const roots = [...collections.values()].filter(({ fields }) => fields.some(({ identity }) => identity !== null)).map(({ id }) => id);
  const reached = reachableFrom(dataMap, roots);
  return files.flatMap(({ file, content }) => (content.dataset ?? []).flatMap((system, index) => system.collections.flatMap((entry, number) => {
    const collection = collections.get(collectionIdOf(system.fides_key, entry.name));
    if (collection === undefined) return [];
    const path = ['dataset', index, 'collections', number];
    const lacking = FACTS.filter(({ lacks }) => lacks(collection)).map(({ message, fix }) => ({ file, path, message: `${collection.id} ${message}`, fix }));
    if (reached.has(collection.id)) return lacking;
    return [...lacking, { file, path, message: `no identity leads to ${collection.id}`, fix: 'give a field fides_meta.identity, or fides_meta.references with direction "from"' }];
  })));
}
