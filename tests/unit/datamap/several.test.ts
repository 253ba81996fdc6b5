import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { erasurePlan } from '@/lib/domain/erasure/plan';
import { systemErasures, erasureSearch } from '@/lib/domain/erasure/systems';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { localDate } from '@/lib/domain/calendar/local-date';
import { factsOf, systemFacts } from '@/tests/unit/erasure/facts';

const account = {
  name: 'account',
  fields: [
    { name: 'id', fides_meta: { primary_key: true } },
    { name: 'email', fides_meta: { identity: 'email' } },
  ],
  meta: { rightsdesk: { erasure: 'erase' } },
};
const by = (name: string) => ({
  name,
  fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'from' }] },
});
const built = (fields: readonly object[], erasure?: unknown) =>
  buildDataMap(
    [
      {
        file: 'map.yaml',
        content: dataMapFileSchema.parse({
          dataset: [
            {
              fides_key: 'app',
              collections: [account, { name: 'call', fields, meta: { rightsdesk: erasure ? { erasure } : {} } }],
            },
          ],
        }),
      },
    ],
    { languages: ['en'], country: 'LU', identifierKinds: ['email'] },
  );

const ID = { name: 'id', fides_meta: { primary_key: true } };
const CALL = [ID, by('caller'), by('callee')];
const named = (notes: readonly { readonly message: string }[]) =>
  notes.filter(({ message }) => message.includes('about several people'));

function problemsOf(erased: number, erasure?: unknown) {
  const { dataMap } = built(CALL, erasure);
  const search = erasureSearch(dataMap, { email: ['a@example.com'] });
  const asOf = localDate('2026-11-27');
  const facts = new Map([
    ['app', systemFacts([factsOf('app.account', { erased: 1 }), factsOf('app.call', { erased })])],
  ]);
  return erasurePlan({
    dataMap,
    regimes: ['GDPR'],
    asOf,
    whole: collectionPlan(dataMap, { email: ['a@example.com'] }),
    erasures: systemErasures(dataMap, search, {}, asOf),
    facts,
  }).problems;
}

describe('records about several people', () => {
  it('are named by check where nothing is said of them', () => {
    expect(named(built(CALL).notes)).toMatchObject([{ fix: expect.stringContaining('anonymise') }]);
    expect(named(built(CALL, 'erase').notes)).toEqual([]);
    expect(named(built([ID, by('owner')]).notes)).toEqual([]);
  });

  it('keep a plan from being agreed to until the map says what becomes of them', () => {
    expect(problemsOf(3)).toMatchObject([{ kind: 'unsaid', collectionId: 'app.call' }]);
    expect(problemsOf(0)).toEqual([]);
    expect(problemsOf(3, 'erase')).toEqual([]);
  });
});
