import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { localText } from '@/lib/domain/datamap/local-text';
import type { ErasureRule } from '@/lib/domain/datamap/types';
import { erasureSearch } from '@/lib/domain/erasure/systems';
import { collectionOf, dataMapOf, type ShortField } from '@/tests/unit/datamap/maps';
import { anyMap } from '@/tests/unit/datamap/map-arbitraries';

const ME = { email: ['me@x.org'] };
const SHARED: ErasureRule = { kind: 'shared', reason: localText('ours', ['en']) };
const ERASE: ErasureRule = { kind: 'erase', whileKept: null, reason: null };

const found = (fields: Record<string, ShortField>, erasure: ErasureRule | null = null, other: ShortField = {}) => {
  const map = dataMapOf([
    collectionOf('a.me', { id: { key: true }, email: { identity: 'email' }, other_id: other }),
    collectionOf('a.other', fields, { erasure }),
  ]);
  return erasureSearch(map, ME).systems[0]!.steps.map(({ collectionId }) => collectionId);
};

describe('what an erasure follows', () => {
  it('goes on to the records that refer to the person’s', () => {
    expect(found({ id: { key: true }, me_id: { of: 'a.me.id', direction: 'from' } })).toContain('a.other');
    expect(found({ me_id: { key: true, of: 'a.me.id', direction: 'from' } })).toContain('a.other');
  });

  it('leaves what their record names by its own key: others may name it too', () => {
    expect(found({ id: { key: true } }, null, { of: 'a.other.id', direction: 'to' })).toEqual(['a.me']);
    expect(found({ id: { key: true } }, null, { of: 'a.other.id', direction: 'both' })).toEqual(['a.me']);
  });

  it('leaves what it names where the map declares no key, since nobody could say whose it is', () => {
    expect(found({ id: {} }, null, { of: 'a.other.id', direction: 'to' })).toEqual(['a.me']);
  });

  it('goes on to what it names by something else than the key', () => {
    expect(found({ id: { key: true }, owner: {} }, null, { of: 'a.other.owner', direction: 'to' })).toContain(
      'a.other',
    );
  });

  it('does what the map says', () => {
    expect(found({ id: { key: true } }, ERASE, { of: 'a.other.id', direction: 'to' })).toContain('a.other');
    expect(found({ id: { key: true }, owner: {} }, SHARED, { of: 'a.other.owner', direction: 'to' })).toEqual(['a.me']);
  });
});

it('never leads to a record that a copy would not show', () => {
  fc.assert(
    fc.property(anyMap(['to', 'from', 'both']), (map) => {
      const shown = new Set(
        collectionPlan(map, ME).systems.flatMap(({ steps }) => steps.map((one) => one.collectionId)),
      );
      const erased = erasureSearch(map, ME).systems.flatMap(({ steps }) => steps.map((one) => one.collectionId));
      for (const id of erased) expect(shown).toContain(id);
    }),
  );
});
