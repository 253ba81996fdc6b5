import type { BundleCategory, BundlePurpose } from '../bundle/types';
import type { Locale } from '../locale';
import { BASES } from '../datamap/basis';
import { MAP_WORDS } from '../datamap/words.generated';
import type { Collection, DataMap, DataSystem, Purpose } from '../datamap/types';

/** A collection with the system it lies in. @throws for an id the map does not have */
export function collectionOf(
  dataMap: DataMap,
  collectionId: string,
): { readonly system: DataSystem; readonly collection: Collection } {
  for (const system of dataMap.systems) {
    const collection = system.collections.find(({ id }) => id === collectionId);
    if (collection !== undefined) return { system, collection };
  }
  throw new Error(`The data map has no collection ${collectionId}`);
}

const known = <T>(ids: readonly string[], among: Readonly<Record<string, T>>): T[] =>
  ids.flatMap((id) => among[id] ?? []);

/** What the map says, told; null where it says nothing, which is not the same as nothing. */
const stated = <T, B>(said: T | null, tell: (said: T) => B): B | null => (said === null ? null : tell(said));

function describePurpose({ title, basis, interest }: Purpose, locale: Locale, act: string | null): BundlePurpose {
  const { article } = BASES[basis];
  const basisTitle = MAP_WORDS[locale][`basis.${basis}`];
  const citation = act === null ? null : `${article} ${act}`;
  return {
    purpose: title[locale],
    basis: interest === null ? basisTitle : `${basisTitle}: ${interest[locale]}`,
    citation,
  };
}

/**
 * The facts of Art. 15(1)(a)–(d), (g), (h) and 15(2) GDPR about one collection, in one language; null for one that the map does not state.
 * @param act whose Art. 6 the bases are, for this person; null where their law asks for no basis
 */
export function describeCollection(
  dataMap: DataMap,
  collectionId: string,
  locale: Locale,
  act: string | null,
): BundleCategory {
  const { system, collection } = collectionOf(dataMap, collectionId);
  const { source, automatedDecision: decision } = collection;
  return {
    collectionId,
    systemName: system.name[locale],
    title: collection.title[locale],
    description: collection.description[locale],
    fields: collection.fields.map(({ name, title, description, presenceOnly, unit, values, technical }) => ({
      name,
      title: title[locale],
      description: (presenceOnly ?? description)?.[locale] ?? null,
      unit,
      values: Object.fromEntries(Object.entries(values).map(([code, words]) => [code, words[locale]])),
      technical,
    })),
    purposes: known(collection.purposeIds, dataMap.purposes).map((purpose) => describePurpose(purpose, locale, act)),
    source: stated(source, ({ text }) => text[locale]),
    providedBySubject: isProvidedBySubject(collection),
    visibleToOthers: collection.publicToOthers?.[locale] ?? null,
    recipients: stated(collection.recipientIds, (ids) =>
      known(ids, dataMap.recipients).map(({ name, purpose, country }) => ({
        name: name[locale],
        purpose: purpose[locale],
        country: country?.[locale] ?? null,
      })),
    ),
    retention: stated(collection.retentionId, (id) => dataMap.retentions[id]?.title[locale] ?? null),
    transfers: stated(collection.transferIds, (ids) =>
      known(ids, dataMap.transfers).map(({ title, safeguard, citation }) => ({
        destination: title[locale],
        safeguard: `${safeguard[locale]} (${citation})`,
      })),
    ),
    automatedDecisions: stated(decision, (made) =>
      made === 'none' ? [] : [{ logic: made.logic[locale], consequences: made.consequences[locale] }],
    ),
  };
}

/** Given by the person or observed of them; what was concluded or came from elsewhere is not: EDPB, WP 242 rev.01. Null where the map does not say. */
export const isProvidedBySubject = ({ source }: Collection): boolean | null =>
  stated(source, ({ kind }) => kind === 'subject' || kind === 'observed');

/** Whether the map says of everything it describes what a machine alone decides from it: only then may the answer say that there is no more. */
export const statesDecisions = (dataMap: DataMap): boolean =>
  dataMap.systems.every(({ collections }) => collections.every(({ automatedDecision }) => automatedDecision !== null));

/** Whether a collection falls under portability: provided by the person, on consent or contract, by automated means: Art. 20(1) GDPR. */
export function isPortable(dataMap: DataMap, collection: Collection): boolean {
  const bases = known(collection.purposeIds, dataMap.purposes).map(({ basis }) => basis);
  return (
    isProvidedBySubject(collection) === true &&
    collection.automated &&
    bases.some((basis) => basis === 'consent' || basis === 'contract')
  );
}
