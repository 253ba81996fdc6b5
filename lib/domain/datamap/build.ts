import type { Locale } from '../locale';
import { UNCATEGORISED, buildCollection } from './build-collection';
import { checkDataMap } from './check';
import { httpSystemOf } from './http/build';
import { httpSystemSchema } from './http/schema';
import { byLocale } from '../locale';
import { localText } from './local-text';
import { openDsrSystemOf } from './opendsr/build';
import { openDsrSystemSchema } from './opendsr/schema';
import { MAP_WORDS } from './words.generated';
import type { PortalFacts } from './portal';
import type { Problem } from './problem';
import type { DataMapFile, DatasetEntry, SystemAdditions, Vocabulary } from './schema';
import type { Collection, DataMap, DataSystem, Purpose } from './types';

export type ParsedFile = { readonly file: string; readonly content: DataMapFile };

export type BuiltDataMap = {
  readonly dataMap: DataMap;
  readonly portal: PortalFacts;
  /** Wrong: the portal must not start. */
  readonly problems: readonly Problem[];
  /** Missing facts of Art. 15(1) GDPR, as in a plain Fides file: collection works, the answer says less than it must. */
  readonly gaps: readonly Problem[];
  /** Right, but perhaps not what was meant. */
  readonly notes: readonly Problem[];
};

/** What a data map takes from its controller. `identifierKinds`: what its form asks; an identity nobody can give is a mistake in the map. */
export type MapOwner = {
  readonly languages: readonly Locale[];
  readonly country: string;
  readonly identifierKinds: readonly string[];
};

const UNCATEGORISED_TITLE = byLocale((locale) => MAP_WORDS[locale].uncategorised);

/** `SHOP-DB` → `SHOP_DB_URL`: where the address of a system is looked for when the map does not name a variable. */
export const defaultUrlName = (id: string): string => `${id.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}_URL`;

const mapValues = <A, B>(record: Readonly<Record<string, A>>, make: (id: string, value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, make(id, value)]));

function accessOf({ connector, http, opendsr }: SystemAdditions): DataSystem['access'] {
  if (connector === 'http') return httpSystemOf(http ?? httpSystemSchema.parse({}));
  return connector === 'opendsr' ? openDsrSystemOf(opendsr ?? openDsrSystemSchema.parse({})) : null;
}

function buildSystem(entry: DatasetEntry, languages: readonly Locale[]): DataSystem {
  const own = entry.meta?.rightsdesk ?? {};
  const description = own.description ?? entry.description ?? null;
  return {
    id: entry.fides_key,
    name: localText(own.name ?? entry.name ?? entry.fides_key, languages),
    description: description === null ? null : localText(description, languages),
    connector: own.connector ?? 'postgres',
    urlName: own.url ?? defaultUrlName(entry.fides_key),
    writeUrlName: own.write ?? null,
    timeoutSeconds: own.timeoutSeconds ?? 900,
    access: accessOf(own),
    owner: own.owner ?? null,
    backups: own.backups?.map(({ title, period }) => ({ title: localText(title, languages), period })) ?? null,
    leftOut: Object.keys(own.leftOut ?? {}),
    collections: entry.collections.map((collection) => buildCollection(entry, collection, languages)),
  };
}

/** The systems without references to a system that no file describes: `checkDataMap` says that nothing is found along them. */
function withinMap(systems: readonly DataSystem[]): DataSystem[] {
  const ids = new Set(systems.flatMap(({ collections }) => collections.map(({ id }) => id)));
  const known = <R extends { readonly collectionId: string }>(references: readonly R[]): R[] =>
    references.filter(({ collectionId }) => ids.has(collectionId));
  const inside = (collection: Collection): Collection => ({
    ...collection,
    references: known(collection.references),
    fields: collection.fields.map((field) => ({
      ...field,
      references: known(field.references),
      inside: field.inside.map((inner) => ({ ...inner, references: known(inner.references) })),
    })),
  });
  return systems.map((system) => ({ ...system, collections: system.collections.map(inside) }));
}

/**
 * One data map out of the parsed files of a controller. Ids may be used in one file and defined in another.
 */
export function buildDataMap(
  files: readonly ParsedFile[],
  { languages, country, identifierKinds }: MapOwner,
): BuiltDataMap {
  const words = files.reduce<Vocabulary>(
    (all, { content: { rightsdesk: more } }) =>
      more === undefined
        ? all
        : {
            categories: { ...all.categories, ...more.categories },
            purposes: { ...all.purposes, ...more.purposes },
            recipients: { ...all.recipients, ...more.recipients },
            retentions: { ...all.retentions, ...more.retentions },
            transfers: { ...all.transfers, ...more.transfers },
            facts: { ...all.facts, ...more.facts },
            disclosures: { ...all.disclosures, ...more.disclosures },
            portal: { ...all.portal, ...more.portal },
          },
    {},
  );
  const text = (written: Parameters<typeof localText>[0]) => localText(written, languages);
  const dataMap: DataMap = {
    country,
    systems: withinMap(
      files.flatMap(({ content }) => (content.dataset ?? []).map((entry) => buildSystem(entry, languages))),
    ),
    categories: {
      ...mapValues(words.categories ?? {}, (id, title) => ({ id, title: text(title) })),
      [UNCATEGORISED]: { id: UNCATEGORISED, title: UNCATEGORISED_TITLE },
    },
    purposes: mapValues(words.purposes ?? {}, (id, written) => ({
      id,
      title: text(written.title),
      basis: written.basis,
      interest: written.interest === undefined ? null : text(written.interest),
      directMarketing: written.directMarketing ?? false,
      endedBy: written.endedBy ?? [],
      stopped: (written.stopped ?? []).map((mark) => ({ collectionId: mark.in, fields: mark.fields })),
    })),
    recipients: mapValues(words.recipients ?? {}, (id, written) => ({
      id,
      name: text(written.name),
      kind: written.kind,
      purpose: text(written.purpose),
      country: written.country === undefined ? null : text(written.country),
      contact: written.contact ?? null,
      notTold: written.notTold === undefined ? null : text(written.notTold),
      address: written.address ?? null,
      business: written.business === undefined ? null : text(written.business),
      directMarketing: written.directMarketing ?? false,
    })),
    retentions: mapValues(words.retentions ?? {}, (id, { title, period, countedFrom }) => ({
      id,
      title: text(title),
      period: period ?? null,
      countedFrom: countedFrom ?? null,
    })),
    transfers: mapValues(words.transfers ?? {}, (id, { title, safeguard, citation }) => ({
      id,
      title: text(title),
      safeguard: text(safeguard),
      citation,
    })),
    facts: mapValues(words.facts ?? {}, (id, title) => ({ id, title: text(title) })),
    disclosures: mapValues(words.disclosures ?? {}, (_year, given) =>
      given.map(({ to, categories }) => ({ recipientId: to, categories })),
    ),
  };
  const portal = { recipientIds: words.portal?.recipients ?? null, transferIds: words.portal?.transfers ?? null };
  return { dataMap, portal, ...checkDataMap(files, dataMap, languages, identifierKinds) };
}

/** Every collection, in the order of the map. */
export const collectionsOf = (dataMap: DataMap) => dataMap.systems.flatMap((system) => system.collections);

/** What data are used for here, each purpose once, in the order of the map. */
export function purposesInUse(dataMap: DataMap): readonly Purpose[] {
  const used = new Set(collectionsOf(dataMap).flatMap(({ purposeIds }) => purposeIds));
  return Object.values(dataMap.purposes).filter(({ id }) => used.has(id));
}
