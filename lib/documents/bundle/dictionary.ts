import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { WrittenCategory } from './contents';

/** What every file and field of the data means, for programs: the same facts that the viewer and the report show to people. */
export const dictionaryOf = (categories: readonly WrittenCategory[], { locale }: BundleFacts) => ({
  format: 'rightsdesk-fields/1',
  locale,
  collections: categories.map(({ category, columns, count, paths, sizes }) => {
    const { fields, collectionId, ...facts } = category;
    const described = new Map(fields.map(({ name, description }) => [name, description]));
    return {
      ...facts,
      collectionId,
      records: count,
      files: [paths.json, paths.csv, ...(sizes.spreadsheetCsv === null ? [] : [paths.spreadsheetCsv])],
      fields: columns.map(({ name, title }) => ({ name, title, description: described.get(name) ?? null })),
    };
  }),
});
