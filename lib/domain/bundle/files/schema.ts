import { z } from 'zod';
import { SECRET_KINDS } from '../../datamap/secret-kinds';
import { LOCALES } from '../../locale';
import type { BundleCategory, BundleField } from '../types';

const text = z.string();
const count = z.int().nonnegative();
const path = z.string().min(1);

const hidden = z
  .strictObject({ $hidden: z.array(text).min(1), holds: z.enum(SECRET_KINDS).optional(), instead: text.optional() })
  .meta({
    id: 'hidden',
    description:
      'A value that is withheld, with the exemptions by which it is; `holds` names the kind of a secret that is never sent',
  });

const partly = z
  .strictObject({ $partly: z.array(z.union([text, z.strictObject({ $hidden: z.array(text).min(1) })])).min(1) })
  .meta({ id: 'partly', description: 'A text of which passages are withheld' });

// No value of the person's own may look like a mark.
const ownName = z.string().regex(/^(?!\$(hidden|partly)$)/);

const value: z.ZodType<unknown> = z
  .lazy(() =>
    z.union([z.null(), z.boolean(), z.number(), text, hidden, partly, z.array(value), z.record(ownName, value)]),
  )
  .meta({ id: 'value' });

/** A line of `data/*.ndjson`: one record, with the keys that its source has. */
export const recordSchema = z
  .record(z.string(), value)
  .meta({ id: 'record', description: 'One record, with the keys that its source has' });

/** `data/*.json`: the records of one collection. */
export const recordsSchema = z
  .array(recordSchema)
  .meta({ id: 'records', description: 'The records of one collection, in the order of its source' });

/** `hidden.json`: each place where something is withheld. */
export const hiddenPlacesSchema = z
  .array(
    z.strictObject({
      file: path,
      record: count.nullable(),
      field: text.nullable(),
      ground: text,
      citation: text,
    }),
  )
  .meta({ id: 'hiddenPlaces' });

const titled = z.strictObject({
  name: text,
  title: text,
  description: text.nullable(),
  unit: text.nullable(),
  values: z.record(text, text).nullable(),
  technical: z.boolean(),
} satisfies Record<keyof BundleField, z.ZodType>);

/** A field of the files of a collection: what the controller says of it, where it stands in its source, and what was seen of its values. */
const field = titled
  .extend({
    column: text.nullable(),
    types: z.array(z.enum(['array', 'boolean', 'number', 'object', 'string'])),
    format: z.enum(['date', 'date-time']).nullable(),
    nullable: z.boolean(),
    hidden: count,
  })
  .meta({ id: 'field' });

/** The facts of Art. 15(1) and (2) GDPR about a collection; null where the controller has stated none. */
const facts = {
  collectionId: text,
  systemName: text,
  title: text,
  description: text.nullable(),
  purposes: z.array(z.strictObject({ purpose: text, basis: text, citation: text.nullable() })),
  source: text.nullable(),
  providedBySubject: z.boolean().nullable(),
  recipients: z.array(z.strictObject({ name: text, purpose: text.nullable(), country: text.nullable() })).nullable(),
  retention: text.nullable(),
  transfers: z.array(z.strictObject({ destination: text, safeguard: text })).nullable(),
  automatedDecisions: z.array(z.strictObject({ logic: text, consequences: text })).nullable(),
  visibleToOthers: text.nullable(),
} satisfies Record<Exclude<keyof BundleCategory, 'fields'>, z.ZodType>;

/** `fields.json`: what every file and field of the data means. */
export const fieldsSchema = z
  .strictObject({
    format: z.literal('rightsdesk-fields/2'),
    locale: z.enum(LOCALES),
    collections: z.array(
      z.strictObject({ ...facts, records: count, files: z.array(path).min(2), fields: z.array(field) }),
    ),
  })
  .meta({ id: 'fields' });

/** `portable.json`: what another service can take over. */
export const portableSchema = z
  .strictObject({
    format: z.literal('rightsdesk-portable/2'),
    citation: text,
    collections: z.array(
      z.strictObject({
        collectionId: text,
        title: text,
        records: count,
        json: path.nullable(),
        ndjson: path.nullable(),
        csv: path,
        file: path.nullable(),
        schema: z.looseObject({ $schema: text }),
      }),
    ),
  })
  .meta({ id: 'portable' });
