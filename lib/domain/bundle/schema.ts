import { z } from 'zod';
import { COMPARED_AS, NOT_SOUGHT } from '../datamap/sought';
import { LOCALES } from '../locale';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const searched = z.strictObject({
  system: z.string(),
  collection: z.string(),
  result: z.enum(['found', 'nothing', 'notApplicable']),
  reason: z.string().nullable(),
  count,
});

/** By which kinds of identity a collection was looked through and in which form each, through what was found in which others, and by which kinds not. */
const sought = z.strictObject({
  by: z.array(z.strictObject({ kind: z.string(), form: z.enum(COMPARED_AS) })),
  through: z.array(z.string()),
  notBy: z.array(z.strictObject({ kind: z.string(), reason: z.enum(NOT_SOUGHT) })),
});

const first = z.strictObject({
  format: z.literal('rightsdesk-bundle/1'),
  reference: z.string().nullable(),
  controller: z.string(),
  locale: z.enum(LOCALES),
  receivedOn: z.iso.date(),
  madeAt: z.iso.datetime(),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    file: z.string(),
    keyId: z.string(),
    keyUrl: z.string(),
  }),
  files: z.array(
    z.strictObject({
      path: z.string(),
      mediaType: z.string(),
      sizeBytes: count,
      sha256,
      records: count.nullable(),
    }),
  ),
  searched: z.array(searched),
  withheld: z.array(
    z.strictObject({
      collection: z.string(),
      count,
      what: z.string(),
      ground: z.string(),
      citation: z.string(),
      facts: z.string().nullable(),
    }),
  ),
});

const second = first.extend({
  format: z.literal('rightsdesk-bundle/2'),
  searched: z.array(searched.extend({ sought: sought.nullable() })),
});

/** The form that is made now: hidden values are objects, and other programs find signatures of their own. */
export const currentManifestSchema = second.extend({
  format: z.literal('rightsdesk-bundle/3'),
  signature: first.shape.signature.extend({ also: z.array(z.string()) }),
});

/**
 * The manifest of a bundle, as it is signed; bundles that were handed over in earlier forms stay readable. Unknown members are refused: a
 * signature over what nobody reads proves nothing.
 */
export const manifestSchema = z.discriminatedUnion('format', [first, second, currentManifestSchema]);

export type Manifest = z.infer<typeof manifestSchema>;

/** A file of the bundle. `records` counts the data records in it; null for a file that is about something else. */
export type ManifestFile = Manifest['files'][number];

/** What an operator publishes at /.well-known/rightsdesk-keys.json, as far as a check needs it. */
export const publishedKeysSchema = z.object({
  keys: z.array(z.object({ pem: z.string(), log: z.string().optional() })).min(1),
});
