import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataMap, collectionsOf } from '@/lib/domain/datamap/build';
import { unstatedOf } from '@/lib/domain/datamap/gaps';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { MapFact } from '@/lib/domain/datamap/types';
import { words } from './small-map';

/** How each fact is written in a map. */
const WRITTEN: Readonly<Record<MapFact, Record<string, unknown>>> = {
  purposes: { purposes: ['serve'] },
  categories: { category: 'account' },
  recipients: { recipients: [] },
  period: { retention: 'always' },
  source: { source: 'subject' },
  automated: { automatedDecision: 'none' },
  transfers: { transfers: [] },
};

const FACTS = Object.keys(WRITTEN) as MapFact[];

/** The collection of a map that states these facts and no other. */
function stating(facts: readonly MapFact[]) {
  const rightsdesk = Object.assign({}, ...facts.map((fact) => WRITTEN[fact])) as Record<string, unknown>;
  const collection = {
    name: 'account',
    fields: [{ name: 'email', fides_meta: { identity: 'email' } }],
    meta: { rightsdesk },
  };
  const content = dataMapFileSchema.parse({
    rightsdesk: words,
    dataset: [{ fides_key: 'app', collections: [collection] }],
  });
  const { dataMap, problems, gaps } = buildDataMap([{ file: 'map.yaml', content }], {
    languages: ['en'],
    country: 'LU',
    identifierKinds: ['email'],
  });
  expect(problems).toEqual([]);
  return { collection: collectionsOf(dataMap)[0]!, gaps };
}

describe('what a map leaves unsaid of a collection', () => {
  it('is each fact that is not written, and no fact that is: "nobody" and "none" are said too', () => {
    fc.assert(
      fc.property(fc.subarray(FACTS), (stated) => {
        expect(unstatedOf(stating(stated).collection).sort()).toEqual(
          FACTS.filter((fact) => !stated.includes(fact)).sort(),
        );
      }),
    );
  });

  it('is what the check of the map names, one for one', () => {
    fc.assert(
      fc.property(fc.subarray(FACTS), (stated) => {
        const { collection, gaps } = stating(stated);
        expect(gaps).toHaveLength(unstatedOf(collection).length);
      }),
    );
  });
});
