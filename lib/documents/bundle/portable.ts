import { formOf } from '@/lib/domain/bundle/record-form';
import type { PortableShape } from '@/lib/domain/datamap/types';
import type { CopiedLines } from '@/lib/domain/fulfilment/copy';
import type { PortableFile } from '@/lib/domain/fulfilment/portable-file';
import { recordsOf } from '@/lib/domain/records/lines';
import type { WrittenCategory } from './contents';

/** What of a copy may be taken elsewhere: the collections, each with the usual file of such data where there is one. */
export type PortablePart = {
  /** By what article, as it is told. */
  readonly citation: string;
  readonly shapes: ReadonlyMap<string, PortableShape | null>;
};

/** The records of a collection as such a file; memory does not grow with their number. */
export async function* portableBytes(
  file: PortableFile,
  records: AsyncIterable<CopiedLines>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let no = 0;
  yield encoder.encode(file.before);
  for await (const { bytes } of records) {
    const text = recordsOf({ bytes, first: 0 })
      .map(({ record }) => file.each(record, ++no))
      .join('');
    if (text !== '') yield encoder.encode(text);
  }
  yield encoder.encode(file.after);
}

/** A JSON Schema of the records of one file: what was seen in them, in words of the map. */
const schemaOf = ({ category, columns, observed, count }: WrittenCategory) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: category.title,
  type: 'array',
  items: {
    type: 'object',
    properties: Object.fromEntries(
      columns.map(({ name, title }) => {
        const seen = observed.get(name);
        const types = [...(seen?.types ?? []), ...((seen?.hidden ?? 0) > 0 ? ['object' as const] : [])];
        const nullable = (seen?.values ?? 0) < count;
        return [
          name,
          {
            title,
            type: [...new Set([...types, ...(nullable ? ['null' as const] : [])])].sort(),
            ...(seen?.format && (seen.hidden ?? 0) === 0 && { format: seen.format }),
          },
        ];
      }),
    ),
  },
});

/** In which of the two forms the records are there; the schema is over all of them, its `items` over a line. */
const recordsIn = ({ count, jsonPath }: WrittenCategory) => ({ json: null, ndjson: null, [formOf(count)]: jsonPath });

/** Which files of this copy another service can take over, and what their records look like. */
export const portableIndex = (
  { citation, shapes }: PortablePart,
  categories: readonly WrittenCategory[],
  files: ReadonlyMap<string, string>,
) => ({
  format: 'rightsdesk-portable/2',
  citation,
  collections: categories
    .filter(({ category }) => shapes.has(category.collectionId))
    .map((written) => ({
      collectionId: written.category.collectionId,
      title: written.category.title,
      records: written.count,
      ...recordsIn(written),
      csv: written.paths.csv,
      file: files.get(written.category.collectionId) ?? null,
      schema: schemaOf(written),
    })),
});
