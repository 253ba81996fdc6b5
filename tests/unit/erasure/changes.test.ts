import { expect, it } from 'vitest';
import { changesSince } from '@/lib/domain/erasure/changes';
import { factsOf, systemFacts } from './facts';

const approved = systemFacts([factsOf('a.note', { erased: 3, kept: 1, fingerprint: '77' })]);

it('goes on with what was approved, and with less of it', () => {
  expect(changesSince(approved, approved)).toEqual([]);
  expect(changesSince(approved, systemFacts([factsOf('a.note', { erased: 2, fingerprint: '5' })]))).toEqual([]);
  expect(changesSince(approved, systemFacts([factsOf('a.note', { fingerprint: '0' })]))).toEqual([]);
});

it('stops where more would go, as many others, or what nobody had before their eyes', () => {
  expect(
    changesSince(approved, systemFacts([factsOf('a.note', { erased: 3, blanked: 1, fingerprint: '78' })])),
  ).toEqual([{ kind: 'more', collectionId: 'a.note', approved: 3, found: 4 }]);
  expect(changesSince(approved, systemFacts([factsOf('a.note', { erased: 3, fingerprint: '78' })]))).toEqual([
    { kind: 'others', collectionId: 'a.note', approved: 3, found: 3 },
  ]);
  expect(changesSince(approved, systemFacts([...approved.collections, factsOf('a.new', { anonymised: 1 })]))).toEqual([
    { kind: 'more', collectionId: 'a.new', approved: 0, found: 1 },
  ]);
});

it('does not mind how many more are kept', () => {
  expect(changesSince(approved, systemFacts([factsOf('a.note', { erased: 3, kept: 9, fingerprint: '77' })]))).toEqual(
    [],
  );
});

it('stops where a table is not what it was', () => {
  const now = systemFacts(approved.collections, { schema: ['table t, column id uuid'] });
  expect(changesSince(approved, now)).toEqual([
    { kind: 'schema', gone: ['table t, column id bigint'], new: ['table t, column id uuid'] },
  ]);
});
