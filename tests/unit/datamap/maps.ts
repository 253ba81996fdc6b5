import { localText } from '@/lib/domain/datamap/local-text';
import type { Collection, DataMap, Field, Place, Reference } from '@/lib/domain/datamap/types';

/** A field in short: `email: { identity: 'email' }`, `customer_id: { of: 'shop.customer.id', direction: 'from' }`. */
export type ShortField = {
  identity?: string;
  match?: Field['match'];
  key?: boolean;
  of?: string;
  direction?: Reference['direction'];
  cast?: 'text';
  presenceOnly?: boolean;
  inside?: Field['inside'];
};

/** A column as the place of a value, or what stands in a column of JSON. */
export const at = (column: string, ...path: string[]): Place => ({ column, path });

export const text = (words: string) => localText(words, ['en']);

function fieldOf(name: string, { identity, match, key, of, direction, cast, presenceOnly, inside }: ShortField): Field {
  const [system, collection, field = '', ...path] = (of ?? '').split('.');
  return {
    name,
    title: text(name),
    description: null,
    dataCategories: [],
    identity: identity ?? null,
    match: match ?? (identity === 'email' || identity === 'phone' ? identity : 'text'),
    primaryKey: key ?? false,
    references:
      of === undefined
        ? []
        : [{ collectionId: `${system}.${collection}`, place: at(field, ...path), direction: direction ?? 'from' }],
    inside: inside ?? [],
    cast: cast ?? null,
    otherPerson: null,
    secrets: [],
    unit: null,
    values: {},
    technical: false,
    factId: null,
    presenceOnly: presenceOnly ? text('kept unreadable') : null,
  };
}

/** A collection with everything a plan does not look at left empty. */
export function collectionOf(
  id: string,
  fields: Record<string, ShortField>,
  more: Partial<Collection> = {},
): Collection {
  const [systemId, name] = id.split('.') as [string, string];
  return {
    id,
    systemId,
    name,
    schema: null,
    title: text(name),
    description: text(name),
    categoryId: 'other',
    account: false,
    fields: Object.entries(fields).map(([field, short]) => fieldOf(field, short)),
    purposeIds: [],
    recipientIds: [],
    retentionId: null,
    transferIds: [],
    source: { kind: 'observed', text: text('seen') },
    automated: true,
    automatedDecision: null,
    publicToOthers: null,
    access: null,
    erasure: null,
    restriction: null,
    statementField: null,
    portableAs: null,
    references: [],
    leftOut: [],
    ...more,
  };
}

/** A data map of the given collections, its systems in the order in which they are first named. */
export function dataMapOf(collections: readonly Collection[], more: Partial<DataMap> = {}): DataMap {
  const ids = [...new Set(collections.map(({ systemId }) => systemId))];
  return {
    systems: ids.map((id) => ({
      id,
      name: text(id),
      description: null,
      connector: 'postgres',
      urlName: `${id.toUpperCase()}_URL`,
      access: null,
      owner: null,
      backups: null,
      writeUrlName: `${id.toUpperCase()}_WRITE_URL`,
      timeoutSeconds: 60,
      leftOut: [],
      collections: collections.filter(({ systemId }) => systemId === id),
    })),
    country: 'LU',
    categories: {},
    purposes: {},
    recipients: {},
    retentions: {},
    transfers: {},
    facts: {},
    disclosures: {},
    ...more,
  };
}
