import { z } from 'zod';
import { fieldsSchema, hiddenPlacesSchema, portableSchema, recordsSchema } from '@/lib/domain/bundle/files/schema';
import { MANIFEST_PATH } from '@/lib/domain/bundle/manifest';
import { currentManifestSchema } from '@/lib/domain/bundle/schema';
import { PATHS } from './contents';

const FILES = [
  [MANIFEST_PATH, 'manifest', currentManifestSchema],
  [PATHS.dictionary, 'fields', fieldsSchema],
  [PATHS.hidden, 'hiddenPlaces', hiddenPlacesSchema],
  [PATHS.portable, 'portable', portableSchema],
] as const;

const REQUIRED = [MANIFEST_PATH, PATHS.dictionary];

/**
 * One JSON Schema (2020-12) over everything in a bundle that programs read: an object with the content of each JSON file under its path. Each
 * file alone is described under `$defs`.
 */
export function bundleJsonSchema() {
  const defs: Record<string, unknown> = {};
  const define = (name: string, schema: z.ZodType): { readonly $ref: string } => {
    const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
    Object.assign(defs, $defs);
    defs[name] ??= own;
    return { $ref: `#/$defs/${name}` };
  };
  const properties = Object.fromEntries(FILES.map(([path, name, schema]) => [path, define(name, schema)]));
  const records = define('records', recordsSchema);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The JSON files of a bundle, by their paths',
    type: 'object',
    required: REQUIRED,
    properties,
    patternProperties: {
      '^data/[^/]+\\.json$': records,
      '^data/[^/]+\\.ndjson$': { ...records, description: 'The lines, in their order; each alone is a record' },
    },
    additionalProperties: false,
    $defs: defs,
  };
}
