import { z } from 'zod';

const below = z.string().regex(/^(?!\/)(?!(.*\/)?\.{1,2}(\/|$))[^\\\0]+$/, {
  error: 'must be a path below the folder of the system, with slashes, and without . and ..',
});

export const fileCollectionSchema = z.union(
  [
    z.strictObject({ path: below, content: z.enum(['document', 'json', 'ndjson', 'csv']).default('document') }),
    z.strictObject({
      index: below.regex(/\.(csv|ndjson|jsonl)$/i, { error: 'must be a file .csv or .ndjson' }),
      name: z.string().min(1),
    }),
  ],
  {
    error:
      'must be { path: "contracts/{email}/" }, with content: document, json, ndjson or csv; or { index: scans.csv, name: the column with the name of each file }',
  },
);

export type WrittenFiles = z.output<typeof fileCollectionSchema>;
