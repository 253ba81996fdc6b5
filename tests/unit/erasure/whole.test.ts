import { expect, it } from 'vitest';
import type { CollectionFacts, SystemFacts } from '@/lib/domain/erasure/types';
import { wholeOf } from '@/lib/domain/erasure/whole';

const found = (counts: Partial<CollectionFacts>): SystemFacts => ({
  collections: [
    {
      collectionId: 'shop.order',
      fingerprint: '',
      keptUntil: null,
      undated: 0,
      erased: 0,
      blanked: 0,
      anonymised: 0,
      kept: 0,
      others: 0,
      ...counts,
    },
  ],
  order: [['shop.order']],
  schema: [],
  obstacles: [],
});

it('sums what went by each plan, and tells what stays as the last one found it', () => {
  const whole = wholeOf(
    [found({ erased: 3, anonymised: 1, kept: 9 }), found({ erased: 2, kept: 8 })],
    found({ erased: 1, kept: 7 }),
  );
  expect(whole.collections).toMatchObject([{ erased: 6, anonymised: 1, kept: 7 }]);
});

it('counts a record once that the next plan found blank', () => {
  expect(wholeOf([found({ blanked: 1 })], found({ blanked: 1 })).collections).toMatchObject([{ blanked: 1 }]);
  expect(wholeOf([found({ blanked: 2 })], found({ blanked: 0 })).collections).toMatchObject([{ blanked: 2 }]);
});

it('is what was found where no plan came before', () => {
  const only = found({ erased: 4 });
  expect(wholeOf([], only)).toEqual(only);
});
