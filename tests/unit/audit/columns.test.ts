import { expect, test } from 'vitest';
import { columnsFit } from '@/lib/domain/audit/columns';
import { beginTag, eventTag, headTag, leafTag, sameTag } from '@/lib/domain/audit/tag';

const COLUMNS = {
  id: 'e-1',
  at: new Date('2026-11-27T09:00:00.000Z'),
  kind: 'CaseRead',
  actorKind: 'staff',
  actorId: 's-1',
  controllerId: 'callsapp',
  caseId: null,
  reference: null,
};
const BODY = JSON.stringify({
  v: 1,
  id: 'e-1',
  at: '2026-11-27T09:00:00.000Z',
  kind: 'CaseRead',
  actor: { kind: 'staff', id: 's-1' },
  controllerId: 'callsapp',
  data: { view: 'facts' },
});

test('columns that say what the body says fit', () => {
  expect(columnsFit(COLUMNS, BODY)).toBe(true);
});

test.each(Object.keys(COLUMNS))('another %s does not', (name) => {
  expect(columnsFit({ ...COLUMNS, [name]: name === 'at' ? new Date(0) : 'other' }, BODY)).toBe(false);
});

test.each(['', 'null', '[]', '{"actor":null}', '{'])('a body that is no event fits nothing: %j', (body) => {
  expect(columnsFit(COLUMNS, body)).toBe(false);
});

const [KEY, OTHER, HASH] = [Buffer.alloc(32, 'k'), Buffer.alloc(32, 'o'), Buffer.alloc(32, 'h')];

test('a tag belongs to one key, one kind and one content', () => {
  const tags = [
    eventTag(KEY, 'a'),
    eventTag(KEY, 'b'),
    eventTag(OTHER, 'a'),
    leafTag(KEY, 1, 'e', HASH),
    leafTag(KEY, 2, 'e', HASH),
    leafTag(KEY, 1, 'f', HASH),
    headTag(KEY, 1, 'a'),
    headTag(KEY, 2, 'a'),
    beginTag(KEY, { position: 1, leaf: 2, head: 3 }),
    beginTag(KEY, { position: 1, leaf: 3, head: 2 }),
  ];
  expect(new Set(tags.map((tag) => Buffer.from(tag).toString('hex'))).size).toBe(tags.length);
  expect(sameTag(tags[0] ?? null, eventTag(KEY, 'a'))).toBe(true);
  expect(sameTag(null, eventTag(KEY, 'a'))).toBe(false);
});
