import type { Locale } from '../locale';
import { DOCUMENT_FIELDS, FILE_FIELDS } from './documents';
import { erasureOf } from './erasure';
import { fileCollectionOf, holdsDocuments } from './files/build';
import { httpCollectionOf } from './http/build';
import { localText } from './local-text';
import { placeOf } from './reach';
import type { CollectionEntry, DatasetEntry, FieldEntry, WrittenFacts, WrittenOtherPerson } from './schema';
import { secretsOf } from './secrets';
import { factsOf, sourceOf } from './source';
import type {
  Collection,
  ConnectorKind,
  Field,
  IdentityKind,
  IdentityMatch,
  InnerField,
  LocalText,
  OtherPerson,
  Reference,
} from './types';

// Fides names the telephone number after its own identity fields; ours is the word of the form.
const FIDES_IDENTITIES: Readonly<Record<string, IdentityKind>> = { phone_number: 'phone' };

/** Category of collections whose file names none, as in a plain Fides dataset. */
export const UNCATEGORISED = 'uncategorised';

/** `shipping_address_id` → `Shipping address id`: what a plain Fides file has instead of a title. */
const readable = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const collectionIdOf = (dataset: string, collection: string): string => `${dataset}.${collection}`;

const matchOf = (kind: IdentityKind | null): IdentityMatch => (kind === 'email' || kind === 'phone' ? kind : 'text');

export const identityOf = (entry: FieldEntry): IdentityKind | null => {
  const written = (entry.fides_meta ?? entry.fidesops_meta)?.identity;
  return written ? (FIDES_IDENTITIES[written] ?? written) : null;
};

export const referencesOf = (entry: FieldEntry): Reference[] =>
  ((entry.fides_meta ?? entry.fidesops_meta)?.references ?? []).map((reference) => {
    const [collection = '', ...field] = reference.field.split('.');
    return {
      collectionId: collectionIdOf(reference.dataset, collection),
      place: placeOf(field.join('.')),
      direction: reference.direction ?? 'both',
    };
  });

/** Nested fields that lead to a person or on; one that only describes is part of its column. */
const insideOf = (entry: FieldEntry, path: readonly string[] = []): InnerField[] =>
  (entry.fields ?? []).flatMap((inner) => {
    const identity = identityOf(inner);
    const here = [...path, inner.name];
    const own = {
      path: here,
      identity,
      match: inner.meta?.rightsdesk?.match ?? matchOf(identity),
      references: referencesOf(inner),
    };
    return [...(identity !== null || own.references.length > 0 ? [own] : []), ...insideOf(inner, here)];
  });

function buildField(entry: FieldEntry, languages: readonly Locale[]): Field {
  const own = entry.meta?.rightsdesk ?? {};
  const identity = identityOf(entry);
  const description = own.description ?? entry.description ?? null;
  return {
    name: entry.name,
    title: localText(own.title ?? readable(entry.name), languages),
    description: description === null ? null : localText(description, languages),
    dataCategories: entry.data_categories ?? [],
    identity,
    match: own.match ?? matchOf(identity),
    factId: own.fact ?? null,
    primaryKey: (entry.fides_meta ?? entry.fidesops_meta)?.primary_key ?? false,
    references: referencesOf(entry),
    inside: insideOf(entry),
    cast: own.cast ?? null,
    otherPerson: own.otherPerson === undefined ? null : otherPersonOf(own.otherPerson, languages),
    secrets: secretsOf(entry),
    presenceOnly: own.presenceOnly === undefined ? null : localText(own.presenceOnly, languages),
    unit: own.unit ?? null,
    values: Object.fromEntries(
      Object.entries(own.values ?? {}).map(([code, words]) => [code, localText(words, languages)]),
    ),
    technical: own.technical ?? isTechnical(entry),
  };
}

/** Keys that only lead from record to record; a key that the person knows themselves by, such as their address, is none. */
const isTechnical = (entry: FieldEntry): boolean => {
  const meta = entry.fides_meta ?? entry.fidesops_meta;
  return identityOf(entry) === null && (meta?.primary_key === true || (meta?.references ?? []).length > 0);
};

function otherPersonOf(
  { rule, label, ground, unless, toldBy }: WrittenOtherPerson,
  languages: readonly Locale[],
): OtherPerson {
  return { rule, label: localText(label, languages), ground, unless: unless ?? null, toldBy: toldBy ?? null };
}

// What these hold comes as words and documents.
const ANSWERED: readonly (ConnectorKind | undefined)[] = ['people', 'opendsr'];

/** A collection as the rest of the product reads it: defaults of its system applied, every text total. */
export function buildCollection(
  system: DatasetEntry,
  entry: CollectionEntry,
  languages: readonly Locale[],
): Collection {
  const own = entry.meta?.rightsdesk;
  const facts = factsOf(own === undefined ? undefined : definedFacts(own), system);
  const optional = (written: Parameters<typeof localText>[0] | undefined): LocalText | null =>
    written === undefined ? null : localText(written, languages);
  return {
    id: collectionIdOf(system.fides_key, entry.name),
    systemId: system.fides_key,
    schema: system.meta?.rightsdesk?.schema ?? null,
    name: entry.name,
    title: localText(own?.title ?? readable(entry.name), languages),
    description: localText(own?.description ?? entry.description ?? readable(entry.name), languages),
    categoryId: own?.category ?? UNCATEGORISED,
    account: own?.account ?? false,
    fields: [
      ...entry.fields.map((field) => buildField(field, languages)),
      ...(ANSWERED.includes(system.meta?.rightsdesk?.connector) ? DOCUMENT_FIELDS : []),
      ...(holdsDocuments(own?.files) ? FILE_FIELDS : []),
    ],
    access: own?.http ? httpCollectionOf(own.http) : own?.files ? fileCollectionOf(own.files) : null,
    references: (own?.references ?? []).map(({ dataset, collection, direction, fields }) => ({
      collectionId: collectionIdOf(dataset, collection),
      direction,
      pairs: Object.entries(fields).map(([here, there]) => ({ here: placeOf(here), there: placeOf(there) })),
    })),
    leftOut: Object.keys(own?.leftOut ?? {}),
    purposeIds: facts.purposes ?? [],
    recipientIds: facts.recipients ?? null,
    retentionId: facts.retention ?? null,
    transferIds: facts.transfers ?? null,
    source: sourceOf(facts.source, languages),
    automated: facts.automated ?? true,
    automatedDecision: decisionOf(facts.automatedDecision, languages),
    publicToOthers: optional(own?.publicToOthers),
    erasure: own?.erasure === undefined ? null : erasureOf(own.erasure, languages),
    restriction: own?.restriction ?? null,
    statementField: own?.statement ?? null,
    portableAs: own?.portable ?? null,
  };
}

function decisionOf(
  written: WrittenFacts['automatedDecision'],
  languages: readonly Locale[],
): Collection['automatedDecision'] {
  if (written === undefined || written === 'none') return written ?? null;
  return { logic: localText(written.logic, languages), consequences: localText(written.consequences, languages) };
}

type Additions = NonNullable<NonNullable<CollectionEntry['meta']>['rightsdesk']>;

// Absent keys must not hide the system's defaults when the two are merged.
const definedFacts = ({
  purposes,
  recipients,
  retention,
  transfers,
  source,
  automated,
  automatedDecision,
}: Additions) =>
  Object.fromEntries(
    Object.entries({ purposes, recipients, retention, transfers, source, automated, automatedDecision }).filter(
      ([, value]) => value !== undefined,
    ),
  );
