import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { controllerFileSchema } from '@/lib/domain/controller/schema';
import { buildDataMap } from '@/lib/domain/datamap/build';
import {
  collectionAdditionsSchema,
  dataMapFileSchema,
  fieldAdditionsSchema,
  systemAdditionsSchema,
} from '@/lib/domain/datamap/schema';

const PAGE = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'data-map.md'), 'utf8');
const examples = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parse(yaml!) as unknown);

describe('the page that explains data maps', () => {
  it('shows examples that are right', () => {
    expect(examples).toHaveLength(5);
    const files = examples.map((content, index) => ({
      file: `example ${index}`,
      content: dataMapFileSchema.parse(content),
    }));
    expect(buildDataMap(files, { languages: ['en'], country: 'IE', identifierKinds: ['email'] }).problems).toEqual([]);
  });

  it.each([
    ['controller.yaml', controllerFileSchema.shape],
    ['texts', controllerFileSchema.shape.texts.shape],
    ['a system', systemAdditionsSchema.shape],
    ['a collection', collectionAdditionsSchema.shape],
    ['a field', fieldAdditionsSchema.shape],
  ])('explains every key of %s', (_what, shape) => {
    const unexplained = Object.keys(shape).filter((key) => !new RegExp(`\`[^\`]*\\b${key}\\b[^\`]*\``).test(PAGE));
    expect(unexplained).toEqual([]);
  });
});
