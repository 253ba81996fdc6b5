import type { BundleFacts, BundleField } from '@/lib/domain/bundle/types';
import type { WrittenCategory } from './contents';
import type { Observed } from './observed';

/** Types as JSON Schema names them, of the values in these files; `nullable` where a record has none; in `hidden` of them an object stands instead. */
const seen = (observed: Observed | undefined, records: number) => ({
  types: [...(observed?.types ?? [])].sort(),
  format: observed?.format ?? null,
  nullable: (observed?.values ?? 0) < records,
  hidden: observed?.hidden ?? 0,
});

/** What the data map says of a field; a key that only records have is no field of it. `column`: where it stands in its source. */
const told = (field: BundleField | undefined, collectionId: string) => ({
  description: field?.description ?? null,
  unit: field?.unit ?? null,
  values: field && Object.keys(field.values).length > 0 ? field.values : null,
  technical: field?.technical ?? false,
  column: field ? `${collectionId}.${field.name}` : null,
});

/** What every file and field of the data means, for programs: the same facts that the viewer and the report show to people. */
export const dictionaryOf = (categories: readonly WrittenCategory[], { locale }: BundleFacts) => ({
  format: 'rightsdesk-fields/2',
  locale,
  collections: categories.map(({ category, columns, count, observed, paths, jsonPath, sizes }) => {
    const { fields, collectionId, ...facts } = category;
    const known = new Map(fields.map((field) => [field.name, field]));
    return {
      ...facts,
      collectionId,
      records: count,
      files: [jsonPath, paths.csv, ...(sizes.spreadsheetCsv === null ? [] : [paths.spreadsheetCsv])],
      fields: columns.map(({ name, title }) => ({
        name,
        title,
        ...told(known.get(name), collectionId),
        ...seen(observed.get(name), count),
      })),
    };
  }),
});
