import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { fileCollectionSchema } from '@/lib/domain/datamap/files/schema';
import { httpCollectionSchema, httpSystemSchema } from '@/lib/domain/datamap/http/schema';
import { openDsrSystemSchema } from '@/lib/domain/datamap/opendsr/schema';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { CONNECTOR_KINDS } from '@/lib/domain/datamap/types';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'connectors');
const pages = readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')] as const);
const pageOf = (name: string): string => pages.find(([own]) => own === name)![1];

describe('the pages on kinds of systems', () => {
  it.each(pages)('%s shows a whole example that is right', (name, page) => {
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parse(yaml!) as unknown);
    expect(examples).toHaveLength(1);
    const content = dataMapFileSchema.parse(examples[0]);
    const { problems, dataMap } = buildDataMap([{ file: name, content }], {
      languages: ['en'],
      country: 'IE',
      identifierKinds: ['email', 'phone'],
    });
    expect(problems).toEqual([]);
    expect(CONNECTOR_KINDS).toContain(dataMap.systems.at(-1)!.connector);
  });

  it.each([
    ['http.md', [...Object.keys(httpSystemSchema.shape), ...Object.keys(httpCollectionSchema.shape)]],
    ['http.md', Object.keys(httpCollectionSchema.shape.find.element.shape)],
    ['opendsr.md', Object.keys(openDsrSystemSchema.shape)],
    ['files.md', fileCollectionSchema.options.flatMap(({ shape }) => Object.keys(shape))],
  ])('%s explains every key', (name, keys) => {
    expect(keys.filter((key) => !new RegExp(`\`[^\`]*\\b${key}\\b[^\`]*\``).test(pageOf(name)))).toEqual([]);
  });

  it('the grammar for editors knows what stands on them', () => {
    const grammar = JSON.stringify(z.toJSONSchema(dataMapFileSchema, { io: 'input' }));
    for (const key of ['"find"', '"paging"', '"perSecond"', '"signed"', '"index"', '"content"', '"certificate"'])
      expect(grammar).toContain(key);
  });
});
