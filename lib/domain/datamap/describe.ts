import type { BundleCategory, BundlePurpose } from '../bundle/types';
import type { Locale } from '../locale';
import { BASES } from './basis';
import type { Collection, DataMap, DataSystem, Purpose } from './types';

/** A collection with the system it lies in. @throws for an id the map does not have */
export function collectionOf(dataMap: DataMap, collectionId: string): { readonly system: DataSystem; readonly collection: Collection } {
  for (const system of dataMap.systems) {
    const collection = system.collections.find(({ id }) => id === collectionId);
    if (collection !== undefined) return { system, collection };
  }
  throw new Error(`The data map has no collection ${collectionId}`);
}

const known = <T>(ids: readonly string[], among: Readonly<Record<string, T>>): T[] => ids.flatMap((id) => among[id] ?? []);

function describePurpose({ title, basis, interest }: Purpose, locale: Locale): BundlePurpose {
  const { title: basisTitle, citation } = BASES[basis];
  return { purpose: title[locale], basis: interest === null ? basisTitle[locale] : `${basisTitle[locale]}: ${interest[locale]}`, citation };
}

/** The facts of Art. 15(1)(a)–(d), (g), (h) and 15(2) GDPR about one collection, in one language. */
export function describeCollection(dataMap: DataMap, collectionId: string, locale: Locale): BundleCategory {
  const { system, collection } = collectionOf(dataMap, collectionId);
  const { source, automatedDecision } = collection;
  return {
    collectionId,
    systemName: system.name[locale],
    title: collection.title[locale],
    description: collection.description[locale],
    fields: collection.fields.map(({ name, title, description, presenceOnly }) => ({
      name, title: title[locale], description: (presenceOnly ?? description)?.[locale] ?? null,
    })),
    purposes: known(collection.purposeIds, dataMap.purposes).map((purpose) => describePurpose(purpose, locale)),
    source: source.kind === 'subject' ? null : source.text[locale],
    providedBySubject: isProvidedBySubject(collection),
    visibleToOthers: collection.publicToOthers?.[locale] ?? null,
    recipients: known(collection.recipientIds, dataMap.recipients).map(({ name, purpose, country }) => ({
      name: name[locale], purpose: purpose[locale], country: country?.[locale] ?? null,
    })),
    retention: collection.retentionId === null ? '' : dataMap.retentions[collection.retentionId]?.title[locale] ?? '',
    transfers: known(collection.transferIds, dataMap.transfers).map(({ title, safeguard, citation }) => ({
      destination: title[locale], safeguard: `${safeguard[locale]} (${citation})`,
    })),
    automatedDecisions: automatedDecision === null ? [] : [{ logic: automatedDecision.logic[locale], consequences: automatedDecision.consequences[locale] }],
  };
}

/** Given by the person or observed of them; what was concluded or came from elsewhere is not: EDPB, WP 242 rev.01. */
export const isProvidedBySubject = ({ source }: Collection): boolean => source.kind === 'subject' || source.kind === 'observed';

/** Whether a collection falls under portability: provided by the person, on consent or contract, by automated means: Art. 20(1) GDPR. */
export function isPortable(dataMap: DataMap, collection: Collection): boolean {
  const bases = known(collection.purposeIds, dataMap.purposes).map(({ basis }) => basis);
  return isProvidedBySubject(collection) && collection.automated && bases.some((basis) => basis === 'consent' || basis === 'contract');
}
