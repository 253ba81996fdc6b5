import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { WrittenCategory } from './contents';
import type { Observed } from './observed';

/** Types as JSON Schema names them, of the values in these files; `nullable` where a record has none. A hidden value is a text: hidden.json names its place. */
const seen = (observed: Observed | undefined, records: number) => ({
  types: [...(observed?.types ?? [])].sort(),
  format: observed?.format ?? null,
  nullable: (observed?.values ?? 0) < records,
});

/** What every file and field of the data means, for programs: the same facts that the viewer and the report show to people. */
export const dictionaryOf = (categories: readonly WrittenCategory[], { locale }: BundleFacts) => ({
  format: 'rightsdesk-fields/1',
  locale,
  collections: categories.map(({ category, columns, count, observed, paths, sizes }) => {
    const { fields, collectionId, ...facts } = category;
    const described = new Map(fields.map(({ name, description }) => [name, description]));
    return {
      ...facts,
      collectionId,
      records: count,
      files: [paths.json, paths.csv, ...(sizes.spreadsheetCsv === null ? [] : [paths.spreadsheetCsv])],
      fields: columns.map(({ name, title }) => ({
        name,
        title,
        description: described.get(name) ?? null,
        ...seen(observed.get(name), count),
      })),
    };
  }),
});
