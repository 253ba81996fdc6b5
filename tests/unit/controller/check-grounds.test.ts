import { describe, expect, it } from 'vitest';
import { checkGrounds } from '@/lib/domain/controller/check-grounds';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { RegimeId } from '@/lib/domain/law/types';

const PATH = ['dataset', 0, 'collections', 0, 'fields', 0, 'meta', 'rightsdesk', 'otherPerson', 'ground'];

const checked = (otherPerson: Record<string, string>, ...regimes: RegimeId[]) => {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'app',
        collections: [
          {
            name: 'call',
            fields: [{ name: 'peer', meta: { rightsdesk: { otherPerson: { label: 'x', ...otherPerson } } } }],
          },
        ],
      },
    ],
  });
  return checkGrounds([{ file: 'map.yaml', content }], regimes);
};

describe('the grounds of a data map', () => {
  it('are whatever an exemption of a law protects, by name or by the id of one', () => {
    for (const ground of ['othersRights', 'GDPR-15-4', 'UK-20-4', 'CCPA-145-k'])
      expect(checked({ rule: 'hide', ground }, 'GDPR', 'UK_GDPR', 'CH_FADP', 'CCPA')).toEqual({
        problems: [],
        notes: [],
      });
  });

  it('stand for other people’s rights where none is written', () => {
    expect(checked({ rule: 'hide' }, 'GDPR', 'CH_FADP', 'CCPA')).toEqual({ problems: [], notes: [] });
  });

  it('are refused where no law knows them, with what to write', () => {
    expect(checked({ rule: 'decide', ground: 'otherRights' }, 'GDPR').problems).toEqual([
      {
        file: 'map.yaml',
        path: PATH,
        message: 'no law withholds anything on the ground "otherRights"',
        fix: 'write "othersRights"',
      },
    ]);
    expect(checked({ rule: 'hide', ground: 'GDPR-12-5' }, 'GDPR').problems).toHaveLength(1);
  });

  it('are noted for each law of the controller that has no such exemption, where the map hides by itself', () => {
    for (const rule of ['hide', 'replace'])
      expect(checked({ rule, ground: 'GDPR-15-4-secret' }, 'GDPR', 'CH_FADP', 'CA_DELETE_ACT').notes).toEqual([
        {
          file: 'map.yaml',
          path: PATH,
          message: expect.stringMatching(/has no exemption for tradeSecret: .* the desk decides each value$/),
          fix: 'leave it if that is meant, or write rule: decide',
        },
      ]);
    for (const rule of ['show', 'decide'])
      expect(checked({ rule, ground: 'tradeSecret' }, 'CH_FADP').notes).toEqual([]);
  });
});

describe('the grounds on which data are kept', () => {
  const kept = (ground: string) => {
    const erasure = { keep: 'tax law', ground, until: { open: 'no day can be named' } };
    const content = dataMapFileSchema.parse({
      dataset: [
        {
          fides_key: 'app',
          collections: [{ name: 'bill', fields: [{ name: 'id' }], meta: { rightsdesk: { erasure } } }],
        },
      ],
    });
    return checkGrounds([{ file: 'map.yaml', content }], ['GDPR']).problems;
  };

  it.each(['GDPR-17-3-a', 'GDPR-17-3-e', 'UK-17-3-b'])(
    'are those that their law says data can be kept on: %s',
    (id) => {
      expect(kept(id)).toEqual([]);
    },
  );

  it.each(['GDPR-17-3-f', 'GDPR-15-4', 'tax'])('are no others: %s', (id) => {
    expect(kept(id)).toMatchObject([
      {
        path: ['dataset', 0, 'collections', 0, 'meta', 'rightsdesk', 'erasure', 'ground'],
        message: `no law lets data be kept on the ground "${id}"`,
      },
    ]);
  });
});
