import { z } from 'zod';
import { fileCollectionSchema } from './files/schema';
import { httpCollectionSchema, httpSystemSchema } from './http/schema';
import { openDsrSystemSchema } from './opendsr/schema';
import { SECRET_KINDS } from './secret-kinds';
import { byLocale, LOCALES } from '../locale';
import { CONNECTOR_KINDS, UNITS } from './types';

const sentence = z.string().trim().min(1, { error: 'is empty' });

/** One string for every language, or one string for each. */
export const textSchema = z.union([sentence, z.strictObject(byLocale(() => sentence.optional()))], {
  error: `must be a text, or texts by language (${LOCALES.join(', ')})`,
});

const name = z.string().min(1).max(63);
const id = z.string().regex(/^[a-z][a-zA-Z0-9_-]*$/, {
  error: 'must begin with a small letter and hold only letters, digits, "_" and "-"',
});
const ids = z.array(id);
const variable = (example: string) =>
  z.string().regex(/^[A-Z][A-Z0-9_]*$/, {
    error: `must name an environment variable, for example ${example}; the address itself does not belong in this file`,
  });
const category = z
  .string()
  .regex(/^(user|system)(\.[a-z0-9_]+)*$/, { error: 'must be a fideslang key, for example user.contact.email' });

export const referenceSchema = z.looseObject({
  dataset: name,
  field: z.string().regex(/^[^.]+(\.[^.]+)+$/, {
    error: 'must be <collection>.<field>, or <collection>.<field>.<name> inside a column of JSON',
  }),
  direction: z.enum(['to', 'from']).optional(),
});

/** `fides_meta` of a field as Fides defines it; keys Fides may add later are let through. */
export const fieldMetaSchema = z.looseObject({
  references: z.array(referenceSchema).nullish(),
  identity: z.string().min(1).nullish(),
  primary_key: z.boolean().nullish(),
  data_type: z.string().nullish(),
});

const otherPersonSchema = z.strictObject({
  rule: z.enum(['show', 'hide', 'replace', 'decide']),
  label: textSchema,
  ground: z.string().min(1).default('othersRights'),
  unless: z
    .string()
    .regex(/^[^.]+\.[^.]+\.[^.]+$/, { error: 'must be <dataset>.<collection>.<field>' })
    .optional(),
  toldBy: name.optional(),
});

/** Units that every browser and Node can say in a reader's language (ECMA-402, table 2), or a currency (ISO 4217). */
const unitSchema = z.union([z.enum(UNITS), z.string().regex(/^[A-Z]{3}$/)], {
  error: `must be a currency, for example EUR, or one of ${UNITS.join(', ')}`,
});

/** Which kind of number or secret it holds; `false` for none, whatever its categories or its name let one think. */
const secretSchema = z.union([z.enum(SECRET_KINDS), z.literal(false)], {
  error: `must be one of ${SECRET_KINDS.join(', ')}, or false`,
});

export const fieldAdditionsSchema = z.strictObject({
  title: textSchema.optional(),
  description: textSchema.optional(),
  match: z.enum(['email', 'phone', 'text', 'exact']).optional(),
  cast: z.literal('text').optional(),
  otherPerson: otherPersonSchema.optional(),
  presenceOnly: textSchema.optional(),
  unit: unitSchema.optional(),
  values: z.record(z.string().min(1), textSchema).optional(),
  technical: z.boolean().optional(),
  fact: id.optional(),
  secret: secretSchema.optional(),
});

export const fieldSchema = z.looseObject({
  name,
  description: z.string().nullish(),
  data_categories: z.array(category).nullish(),
  fides_meta: fieldMetaSchema.nullish(),
  fidesops_meta: fieldMetaSchema.nullish(),
  meta: z.looseObject({ rightsdesk: fieldAdditionsSchema.optional() }).nullish(),
  /** What stands inside a column of JSON. */
  get fields() {
    return z.array(fieldSchema).nullish();
  },
});

/** A reference of several columns together, which Fides cannot say. */
const compositeReferenceSchema = z.strictObject({
  dataset: name,
  collection: name,
  direction: z.enum(['to', 'from']),
  fields: z.record(z.string().min(1), z.string().min(1)).refine((pairs) => Object.keys(pairs).length > 1, {
    error:
      'needs two fields or more, each as "field here: field there"; a reference of one field stands beside that field, in fides_meta',
  }),
});

/** What the map leaves out on purpose, each with the reason: tables of a system, or columns of a collection. */
const leftOutSchema = z.record(z.string().min(1), sentence);

const sourceSchema = z.union(
  [
    z.enum(['subject', 'observed', 'derived']),
    z.strictObject({ kind: z.enum(['subject', 'observed', 'derived', 'thirdParty']), text: textSchema }),
  ],
  { error: 'must be subject, observed or derived, or { kind, text }; from a third party the text says whom' },
);

const duration = z.string().regex(/^P(\d+[YMWD])+$/, { error: 'must be an ISO 8601 duration, for example P2W or P1Y' });

/** Field → what it holds afterwards. */
const blanksSchema = z
  .record(z.string().min(1), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .refine((fields) => Object.keys(fields).length > 0, { error: 'names no field' });

const untilSchema = z.union(
  [
    z.strictObject({ period: duration, from: name, endOf: z.literal('year').optional() }),
    z.strictObject({ as: z.string().regex(/^[^.]+\.[^.]+$/, { error: 'must be <dataset>.<collection>' }) }),
    z.strictObject({ open: textSchema }),
  ],
  {
    error:
      'must be { period: P10Y, from: a field with a day }, with endOf: year if the law counts from the end of the year; { as: <dataset>.<collection> }; or { open: why nobody can name a day }',
  },
);

const erasureSchema = z.union(
  [
    z.literal('erase'),
    z.strictObject({ whileKept: blanksSchema, why: textSchema }),
    z.strictObject({ anonymise: blanksSchema, why: textSchema }),
    z.strictObject({
      keep: textSchema,
      /** Id of a ground of the law; that there is such a one is looked at where the law is known. */
      ground: z.string().min(1),
      until: untilSchema,
    }),
    z.strictObject({ shared: textSchema }),
  ],
  {
    error:
      'must be erase, { whileKept: { field: value }, why }, { anonymise: { field: value }, why }, { keep: why, ground: the id of a ground of the law, until }, or { shared: why }',
  },
);

const part = name.optional();

/** As which file such records are taken along, and which field holds each part of it. */
const portableSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('vcard'),
    fields: z.strictObject({ name, phone: part, email: part, organisation: part, note: part }),
  }),
  z.strictObject({
    as: z.literal('icalendar'),
    fields: z.strictObject({ summary: name, start: name, end: part, description: part, location: part }),
  }),
  z.strictObject({
    as: z.literal('mbox'),
    fields: z.strictObject({ sentAt: name, body: name, from: part, to: part, subject: part }),
  }),
]);

const factsSchema = z.strictObject({
  purposes: ids.optional(),
  recipients: ids.optional(),
  retention: id.optional(),
  transfers: ids.optional(),
  source: sourceSchema.optional(),
  automated: z.boolean().optional(),
  automatedDecision: z
    .union([z.literal('none'), z.strictObject({ logic: textSchema, consequences: textSchema })], {
      error: 'must be none, or { logic, consequences }',
    })
    .optional(),
});

export const collectionAdditionsSchema = factsSchema.extend({
  title: textSchema.optional(),
  description: textSchema.optional(),
  category: id.optional(),
  account: z.boolean().optional(),
  publicToOthers: textSchema.optional(),
  erasure: erasureSchema.optional(),
  restriction: z.strictObject({ set: blanksSchema, lifted: blanksSchema }).optional(),
  statement: name.optional(),
  portable: portableSchema.optional(),
  references: z.array(compositeReferenceSchema).optional(),
  leftOut: leftOutSchema.optional(),
  http: httpCollectionSchema.optional(),
  files: fileCollectionSchema.optional(),
});

export const collectionSchema = z.looseObject({
  name,
  description: z.string().nullish(),
  fields: z.array(fieldSchema).min(1, { error: 'has no field' }),
  meta: z.looseObject({ rightsdesk: collectionAdditionsSchema.optional() }).nullish(),
});

export const systemAdditionsSchema = z.strictObject({
  name: textSchema.optional(),
  description: textSchema.optional(),
  connector: z.enum(CONNECTOR_KINDS).optional(),
  url: variable('SHOP_DB_URL').optional(),
  write: variable('SHOP_DB_WRITE_URL').optional(),
  schema: name.optional(),
  http: httpSystemSchema.optional(),
  opendsr: openDsrSystemSchema.optional(),
  timeoutSeconds: z.number().int().min(1).max(86_400).optional(),
  owner: z
    .strictObject({
      name: sentence,
      email: z.email({ error: 'must be an e-mail address' }),
      days: z.number().int().min(1).max(60).default(7),
    })
    .optional(),
  backups: z.array(z.strictObject({ title: textSchema, period: duration })).optional(),
  defaults: factsSchema.optional(),
  leftOut: leftOutSchema.optional(),
});

export const datasetSchema = z.looseObject({
  fides_key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]*$/, {
    error: 'must begin with a letter and hold only letters, digits, "_" and "-"',
  }),
  name: z.string().nullish(),
  description: z.string().nullish(),
  meta: z.looseObject({ rightsdesk: systemAdditionsSchema.optional() }).nullish(),
  collections: z.array(collectionSchema),
});

/** Where something stands of a person: the collection, and what its fields then hold. */
const markSchema = z.strictObject({
  in: z.string().regex(/^[^.]+\.[^.]+$/, { error: 'must be <dataset>.<collection>' }),
  fields: blanksSchema,
});

const basis = z.enum(['consent', 'contract', 'legalObligation', 'vitalInterests', 'publicTask', 'legitimateInterests']);

/** A kind of information by its numeral in Cal. Civ. Code 1798.83(e)(6)(A). */
const marketed = z
  .string()
  .regex(/^(?=.)(x?(ix|iv|v?i{0,3})|xx(iv|vi{0,2}|i{0,3}))$/, { error: 'must be one of i to xxvii' });

const vocabularySchema = z.strictObject({
  categories: z.record(id, textSchema).optional(),
  purposes: z
    .record(
      id,
      z.strictObject({
        title: textSchema,
        basis,
        interest: textSchema.optional(),
        directMarketing: z.boolean().optional(),
        endedBy: z.array(z.string().min(1)).optional(),
        stopped: z.array(markSchema).optional(),
      }),
    )
    .optional(),
  recipients: z
    .record(
      id,
      z.strictObject({
        name: textSchema,
        kind: z.enum(['group', 'processor', 'controller', 'users', 'authority', 'acquirer']),
        purpose: textSchema,
        country: textSchema.optional(),
        contact: z.email({ error: 'must be an e-mail address' }).optional(),
        notTold: textSchema.optional(),
        address: sentence.optional(),
        business: textSchema.optional(),
        directMarketing: z.boolean().optional(),
      }),
    )
    .optional(),
  retentions: z
    .record(
      id,
      z.strictObject({
        title: textSchema,
        period: duration.optional(),
        countedFrom: z.enum(['creation', 'deactivation', 'lastUse', 'withdrawal']).optional(),
      }),
    )
    .optional(),
  transfers: z.record(id, z.strictObject({ title: textSchema, safeguard: textSchema, citation: sentence })).optional(),
  facts: z.record(id, textSchema).optional(),
  /** Who has what this portal keeps of a request, and where it goes: the data map is about everything else. */
  portal: z.strictObject({ recipients: ids.optional(), transfers: ids.optional() }).optional(),
  disclosures: z
    .record(
      z.string().regex(/^20\d\d$/, { error: 'must be a calendar year' }),
      z.array(z.strictObject({ to: id, categories: z.array(marketed).min(1) })),
    )
    .optional(),
});

/** A file of a data map: Fides datasets, our vocabulary, or both. A plain Fides dataset file is one too. */
export const dataMapFileSchema = z.looseObject({
  dataset: z.array(datasetSchema).optional(),
  rightsdesk: vocabularySchema.optional(),
});

export type DataMapFile = z.output<typeof dataMapFileSchema>;
export type Vocabulary = z.output<typeof vocabularySchema>;
export type DatasetEntry = z.output<typeof datasetSchema>;
export type SystemAdditions = z.output<typeof systemAdditionsSchema>;
export type CollectionEntry = z.output<typeof collectionSchema>;
export type FieldEntry = z.output<typeof fieldSchema>;
export type WrittenText = z.output<typeof textSchema>;
export type WrittenOtherPerson = z.output<typeof otherPersonSchema>;
export type WrittenFacts = z.output<typeof factsSchema>;
export type WrittenErasure = z.output<typeof erasureSchema>;
export type WrittenUntil = z.output<typeof untilSchema>;
