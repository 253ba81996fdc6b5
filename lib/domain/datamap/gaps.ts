import type { ParsedFile } from './build';
import { UNCATEGORISED, collectionIdOf } from './build-collection';
import type { Problem } from './problem';
import { keyPlacesOf, reachableFrom } from './reach';
import { eitherOf, isUnsaidShared } from './several';
import type { Collection, DataMap, MapFact } from './types';

/** Facts of Art. 15(1) and (2) GDPR a collection must have. `key`: where it is written, `said`: what to write. */
const FACTS: readonly {
  readonly fact: MapFact;
  readonly lacks: (collection: Collection) => boolean;
  readonly message: string;
  readonly key: string;
  readonly said: string;
}[] = [
  {
    fact: 'purposes',
    lacks: ({ purposeIds }) => purposeIds.length === 0,
    message: 'has no purpose: Art. 15(1)(a)',
    key: 'purposes',
    said: 'name its purposes',
  },
  {
    fact: 'categories',
    lacks: ({ categoryId }) => categoryId === UNCATEGORISED,
    message: 'belongs to no category: Art. 15(1)(b)',
    key: 'category',
    said: 'name one',
  },
  {
    fact: 'recipients',
    lacks: ({ recipientIds }) => recipientIds === null,
    message: 'does not say who receives it: Art. 15(1)(c)',
    key: 'recipients',
    said: 'name its recipients, or [] for nobody,',
  },
  {
    fact: 'period',
    lacks: ({ retentionId }) => retentionId === null,
    message: 'does not say how long it is kept: Art. 15(1)(d)',
    key: 'retention',
    said: 'name one',
  },
  {
    fact: 'source',
    lacks: ({ source }) => source === null,
    message: 'does not say where it comes from: Art. 15(1)(g)',
    key: 'source',
    said: 'write subject, observed, derived or whom it came from',
  },
  {
    fact: 'automated',
    lacks: ({ automatedDecision }) => automatedDecision === null,
    message: 'does not say whether a machine alone decides from it: Art. 15(1)(h)',
    key: 'automatedDecision',
    said: 'write none, or { logic, consequences },',
  },
  {
    fact: 'transfers',
    lacks: ({ transferIds }) => transferIds === null,
    message: 'does not say whether it goes to a third country: Art. 15(2)',
    key: 'transfers',
    said: 'name where to, or [] for nowhere,',
  },
];

/** What the map does not say of a collection: a copy of its records cannot say it either. */
export const unstatedOf = (collection: Collection): MapFact[] =>
  FACTS.flatMap(({ fact, lacks }) => (lacks(collection) ? [fact] : []));

/** So many collections are named in one gap. */
const NAMED = 5;

type At = { readonly file: string; readonly path: readonly PropertyKey[] };

/** A fact that several collections of a system lack is one gap: most often one line of its defaults mends it. */
function lackingIn(
  systemId: string,
  collections: readonly Collection[],
  system: At,
  at: (collection: Collection) => At,
): Problem[] {
  return FACTS.flatMap(({ lacks, message, key, said }) => {
    const lacking = collections.filter(lacks);
    const [first] = lacking;
    if (first === undefined) return [];
    if (lacking.length === 1)
      return [{ ...at(first), message: `${first.id} ${message}`, fix: `${said} as meta.rightsdesk.${key}` }];
    const names =
      lacking
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join(', ') + (lacking.length > NAMED ? ', …' : '');
    const place =
      key === 'category'
        ? 'meta.rightsdesk.category of each'
        : `meta.rightsdesk.${key} of each, or once in meta.rightsdesk.defaults of the system`;
    return [
      {
        ...system,
        message: `${systemId}: each of ${lacking.length} collections (${names}) ${message}`,
        fix: `${said} as ${place}`,
      },
    ];
  });
}

/** What an answer made from this map would fail to say, and collections no identity leads to. */
export function missingFacts(files: readonly ParsedFile[], dataMap: DataMap): Problem[] {
  const collections = new Map(
    dataMap.systems.flatMap((system) => system.collections).map((collection) => [collection.id, collection]),
  );
  const roots = [...collections.values()]
    .filter((collection) => keyPlacesOf(collection).some(({ identity }) => identity !== null))
    .map(({ id }) => id);
  const reached = reachableFrom(dataMap, roots);
  return files.flatMap(({ file, content }) =>
    (content.dataset ?? []).flatMap((system, index) => {
      const ids = system.collections.map(({ name }) => collectionIdOf(system.fides_key, name));
      const at = ({ id }: Collection): At => ({ file, path: ['dataset', index, 'collections', ids.indexOf(id)] });
      const own = ids.flatMap((id) => collections.get(id) ?? []);
      const lost = own.filter(({ id }) => !reached.has(id));
      return [
        ...lackingIn(system.fides_key, own, { file, path: ['dataset', index] }, at),
        ...lost.map((collection) => ({
          ...at(collection),
          message: `no identity leads to ${collection.id}`,
          fix: 'give a field fides_meta.identity, or fides_meta.references with direction "from"',
        })),
      ];
    }),
  );
}

/** What the map says that its author may not have meant: a collection that is found by either of several references to the same one. */
export function eitherReferences(files: readonly ParsedFile[], dataMap: DataMap): Problem[] {
  return files.flatMap(({ file, content }) =>
    (content.dataset ?? []).flatMap((system, index) =>
      system.collections.flatMap(({ name }, number) => {
        const id = collectionIdOf(system.fides_key, name);
        const at = { file, path: ['dataset', index, 'collections', number] };
        const either = eitherOf(id, dataMap).map(({ from, fields }) => ({
          ...at,
          message: `${id} is found from ${from} by either of ${fields.join(', ')}, each alone`,
          fix: 'leave it if that is meant; columns that make one key only together stand in meta.rightsdesk.references',
        }));
        return isUnsaidShared(id, dataMap) ? [...either, { ...at, ...unsaidShared(id) }] : either;
      }),
    ),
  );
}

const unsaidShared = (id: string): Pick<Problem, 'message' | 'fix'> => ({
  message: `records of ${id} are about several people, and the map does not say what becomes of them when one asks for erasure`,
  fix: 'give it meta.rightsdesk.erasure: erase, { anonymise: … } for the part of whoever asks, or { keep: … } with its ground; no plan over them is agreed to before',
});
