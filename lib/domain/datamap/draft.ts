import type { ConnectorKind } from './types';
import type { SecretKind } from './secret-kinds';
import { guessCategory, guessIdentity, guessSecret } from './guess';
import { secretOfCategories } from './secrets';

export type DescribedColumn = {
  readonly name: string;
  /** The server's name of the type at the end of domains and arrays. */
  readonly type: string;
  readonly comment: string | null;
};

export type DescribedTable = {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly DescribedColumn[];
  readonly primaryKey: readonly string[];
};

export type DescribedKey = {
  readonly from: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
};

/** What a database says of itself: its tables and how they refer to each other, in its own order. */
export type DescribedDatabase = { readonly tables: readonly DescribedTable[]; readonly keys: readonly DescribedKey[] };

/** A remark for whoever finishes the map, at a place of it. */
export type DraftMark = { readonly path: readonly (string | number)[]; readonly note: string };

type DraftReference = { dataset: string; field: string; direction: 'from' };

type DraftField = {
  name: string;
  description?: string;
  data_categories?: string[];
  fides_meta?: { primary_key?: true; identity?: string; references?: DraftReference[] };
  meta?: { rightsdesk: { secret: SecretKind } };
};

type DraftCollection = {
  name: string;
  description?: string;
  fields: DraftField[];
  meta?: {
    rightsdesk: {
      references: { dataset: string; collection: string; direction: 'from'; fields: Record<string, string> }[];
    };
  };
};

type DraftDataset = {
  fides_key: string;
  meta?: { rightsdesk: { connector?: string; schema?: string; leftOut?: Record<string, string> } };
  collections: DraftCollection[];
};

/** The content of a first data map, as its file holds it, with what is left to a person to say. */
export type Draft = { readonly content: { readonly dataset: DraftDataset[] }; readonly marks: readonly DraftMark[] };

// What has no name to go by but is of the database's own keeping.
const KEEPING = /^(timestamp|timestamptz|date|time|timetz|bool)$/;
const HOLDS_TEXT = /^(text|varchar|bpchar|citext|name)$/;

const identityOf = ({ name, type }: DescribedColumn): string | null =>
  HOLDS_TEXT.test(type) ? guessIdentity(name) : null;

const isPeople = ({ columns }: DescribedTable): boolean => columns.some((column) => identityOf(column) !== null);

// A reference names its place with dots, so a name with a dot of its own cannot stand in one.
const canBeWritten = ({ to, columns, toColumns }: DescribedKey): boolean =>
  ![to, ...columns, ...toColumns].some((name) => name.includes('.'));

/** Tables that hold people, then those whose foreign keys lead to them, table after table. */
function reachedFrom({ tables, keys }: DescribedDatabase): DescribedTable[] {
  const reached = tables.filter(isPeople);
  for (const parent of reached)
    for (const { from, to } of keys) {
      const child = tables.find(({ name }) => name === from);
      if (to === parent.name && child && !reached.includes(child)) reached.push(child);
    }
  return reached;
}

/**
 * A first data map of a database that nobody has described: people found by what looks like their address or number, their records found
 * along foreign keys, categories guessed from names. It reads as it is; what a guess cannot know is marked.
 * @param schema where its tables stand, if not on the search path of the login
 */
export function draftDataMap(
  systemId: string,
  described: DescribedDatabase,
  schema: string | null = null,
  connector: ConnectorKind = 'postgres',
): Draft {
  const database = { ...described, keys: described.keys.filter(canBeWritten) };
  const reached = reachedFrom(database);
  const marks: DraftMark[] = [];
  const collections = reached.map((table, number) =>
    draftCollection(systemId, table, ['dataset', 0, 'collections', number], database, reached, marks),
  );
  const left = database.tables.filter((table) => !reached.includes(table)).map(({ name }) => name);
  const own = {
    ...(connector !== 'postgres' && { connector }),
    ...(schema !== null && { schema }),
    ...(left.length > 0 && {
      leftOut: Object.fromEntries(left.map((name) => [name, 'no foreign key leads here from a person'])),
    }),
  };
  if (left.length > 0)
    marks.push({
      path: ['dataset', 0, 'meta', 'rightsdesk', 'leftOut'],
      note: 'look at each: what says something about a person belongs under collections, and the others need your reason',
    });
  const dataset: DraftDataset = {
    fides_key: systemId,
    ...(Object.keys(own).length > 0 && { meta: { rightsdesk: own } }),
    collections,
  };
  return { content: { dataset: [dataset] }, marks };
}

function draftCollection(
  systemId: string,
  table: DescribedTable,
  path: readonly (string | number)[],
  { keys }: DescribedDatabase,
  reached: readonly DescribedTable[],
  marks: DraftMark[],
): DraftCollection {
  const people = isPeople(table);
  const own = keys.filter(({ from }) => from === table.name);
  // Of two people in one record one is found by it; following the other would collect that person's data, or everybody's.
  const leads = (key: DescribedKey): boolean =>
    !people && key.to !== table.name && reached.some(({ name }) => name === key.to);
  const fields = table.columns.map((column, index) => {
    const at = [...path, 'fields', index];
    const single = own.filter(({ columns }) => columns.length === 1 && columns[0] === column.name);
    for (const key of single.filter((one) => !leads(one)))
      marks.push({ path: at, note: notFollowed(key, table, reached) });
    const secret = guessSecret(column.name);
    if (secret !== null)
      marks.push({
        path: at,
        note: `looks like a ${secret}, which some laws never let be sent: write secret: false if it is none`,
      });
    const { field, known } = draftField(systemId, column, table, people, single.filter(leads));
    if (!known && single.length === 0)
      marks.push({
        path: at,
        note: 'not described: give it data_categories, or name it under leftOut with the reason',
      });
    if (
      !people &&
      guessIdentity(column.name) === null &&
      /\.(email|phone_number)$/.test(field.data_categories?.[0] ?? '')
    )
      marks.push({
        path: at,
        note: 'whose is it? If the person’s own, give it an identity; if another’s, otherPerson',
      });
    return field;
  });
  const together = own.filter((key) => key.columns.length > 1 && leads(key));
  return {
    name: table.name,
    ...(table.comment !== null && { description: table.comment }),
    ...(together.length > 0 && {
      meta: {
        rightsdesk: {
          references: together.map(({ to, columns, toColumns }) => ({
            dataset: systemId,
            collection: to,
            direction: 'from' as const,
            fields: Object.fromEntries(columns.map((column, n) => [column, toColumns[n] ?? ''])),
          })),
        },
      },
    }),
    fields,
  };
}

function notFollowed({ to }: DescribedKey, table: DescribedTable, reached: readonly DescribedTable[]): string {
  if (to === table.name)
    return `names another record of ${to}: give it a reference with a direction if that is the same person’s`;
  return reached.some(({ name }) => name === to)
    ? `names somebody of ${to}, who is another person: not followed`
    : `names a record of ${to}, which is left out: give it a reference with direction to if the copy is to say what that is`;
}

function draftField(
  systemId: string,
  { name, type, comment }: DescribedColumn,
  table: DescribedTable,
  people: boolean,
  keys: readonly DescribedKey[],
): { field: DraftField; known: boolean } {
  const identity = identityOf({ name, type, comment });
  const secret = guessSecret(name);
  const primary = table.primaryKey.includes(name);
  const guessed =
    guessCategory(name) ??
    (people && /^name$/i.test(name) ? 'user.name' : null) ??
    (people && primary ? 'user.unique_id' : null) ??
    (primary || keys.length > 0 || KEEPING.test(type) ? 'system.operations' : null);
  const meta = {
    ...(primary && { primary_key: true as const }),
    ...(identity !== null && { identity }),
    ...(keys.length > 0 && {
      references: keys.map(({ to, toColumns }) => ({
        dataset: systemId,
        field: `${to}.${toColumns[0] ?? ''}`,
        direction: 'from' as const,
      })),
    }),
  };
  return {
    known: guessed !== null || secret !== null,
    field: {
      name,
      ...(comment !== null && { description: comment }),
      ...(guessed !== null && { data_categories: [guessed] }),
      ...(Object.keys(meta).length > 0 && { fides_meta: meta }),
      // What its category says already need not be said twice.
      ...(secret !== null && secret !== secretOfCategories([guessed ?? '']) && { meta: { rightsdesk: { secret } } }),
    },
  };
}
