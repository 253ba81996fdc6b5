import { expect, it } from 'vitest';
import { buildDataMap, purposesInUse } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const CONTENT = {
  rightsdesk: {
    purposes: {
      sell: { title: 'To sell', basis: 'contract' },
      letters: { title: 'To send you our letter', basis: 'consent', directMarketing: true },
      someday: { title: 'For what may come', basis: 'legitimateInterests', interest: 'none yet' },
    },
  },
  dataset: [
    {
      fides_key: 'shop',
      collections: [
        { name: 'orders', meta: { rightsdesk: { purposes: ['letters', 'sell'] } }, fields: [{ name: 'id' }] },
        { name: 'bills', meta: { rightsdesk: { purposes: ['sell'] } }, fields: [{ name: 'id' }] },
      ],
    },
  ],
};

const map = () =>
  buildDataMap([{ file: 'map.yaml', content: dataMapFileSchema.parse(CONTENT) }], {
    languages: ['en'],
    country: 'LU',
    identifierKinds: ['email'],
  }).dataMap;

it('are those that some collection names, each once, in the order of the map: what nothing is used for is no use', () => {
  expect(purposesInUse(map()).map(({ id }) => id)).toEqual(['sell', 'letters']);
});

it('say of themselves whether they are direct marketing, and are not where the map says nothing', () => {
  expect(purposesInUse(map()).map(({ directMarketing }) => directMarketing)).toEqual([false, true]);
});
