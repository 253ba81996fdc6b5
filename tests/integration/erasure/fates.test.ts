import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localText } from '@/lib/domain/datamap/local-text';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { type Erasable, erasable, fatesOf, QUIET, rehearsed } from './erasable';

const text = (words: string) => localText(words, ['en']);

/** Keys of every kind, names that need quotes, a bill that stays, a block without end, posts of which the name goes, and a colleague. */
const DDL = `
  CREATE TABLE colleague (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE "Member" (id bigint PRIMARY KEY, "e-mail" text NOT NULL UNIQUE, name text, colleague_id int REFERENCES colleague);
  CREATE TABLE "order" (id uuid PRIMARY KEY, member_id bigint NOT NULL REFERENCES "Member", paid_on date);
  CREATE TABLE line (order_id uuid REFERENCES "order", no int, what text, PRIMARY KEY (order_id, no));
  CREATE TABLE post (id text PRIMARY KEY, author bigint REFERENCES "Member", body text);
  CREATE TABLE answer (id bigint PRIMARY KEY, post_id text REFERENCES post, parent_id bigint REFERENCES answer, body text);
  CREATE TABLE visit (id bigint PRIMARY KEY, member_id bigint NOT NULL, seen_at timestamptz);
  INSERT INTO colleague VALUES (1, 'Jane');
  INSERT INTO "Member" VALUES (9007199254740993, 'Anna@example.com', 'Anna', 1), (2, 'carl@example.com', 'Carl', 1), (3, 'new@example.com', 'New', 1);
  INSERT INTO "order" VALUES ('11111111-1111-4111-8111-111111111111', 9007199254740993, '2025-03-01'),
    ('22222222-2222-4222-8222-222222222222', 9007199254740993, '2012-03-01'),
    ('33333333-3333-4333-8333-333333333333', 9007199254740993, NULL), ('44444444-4444-4444-8444-444444444444', 2, '2025-03-01');
  INSERT INTO line SELECT id, n, 'thing' FROM "order", generate_series(1, 2) n;
  INSERT INTO post VALUES ('it''s', 9007199254740993, 'hello'), ('of Carl', 2, 'hi');
  INSERT INTO answer VALUES (1, 'it''s', NULL, 'a'), (2, 'it''s', 1, 'b');
  INSERT INTO visit SELECT n, CASE WHEN n % 2 = 0 THEN 2 ELSE 9007199254740993 END, now() FROM generate_series(1, 10) n;`;

const counted = { kind: 'counted', field: 'paid_on', period: 'P10Y', endOfYear: true } as const;
const keep = { kind: 'keep', groundId: 'GDPR-17-3-b', reason: text('tax law') } as const;

const MAP = dataMapOf(
  [
    collectionOf(
      'app.Member',
      {
        id: { key: true },
        'e-mail': { identity: 'email' },
        name: {},
        colleague_id: { of: 'app.colleague.id', direction: 'to' },
      },
      {
        erasure: {
          kind: 'erase',
          whileKept: { 'e-mail': 'erased-{id}', name: null },
          reason: text('an order refers to it'),
        },
      },
    ),
    collectionOf(
      'app.colleague',
      { id: { key: true }, name: {} },
      { erasure: { kind: 'shared', reason: text('ours') } },
    ),
    collectionOf(
      'app.order',
      { id: { key: true }, member_id: { of: 'app.Member.id' }, paid_on: {} },
      { erasure: { ...keep, until: counted } },
    ),
    collectionOf(
      'app.line',
      { order_id: { key: true, of: 'app.order.id' }, no: { key: true } },
      { erasure: { ...keep, until: { kind: 'as', collectionId: 'app.order' } } },
    ),
    collectionOf(
      'app.post',
      { id: { key: true }, author: { of: 'app.Member.id' }, body: {} },
      { erasure: { kind: 'anonymise', blanks: { author: null }, reason: text('stays in the thread') } },
    ),
    collectionOf('app.visit', { id: { key: true }, member_id: { of: 'app.Member.id' } }),
  ],
  {},
);

const withLeftOut = { ...MAP, systems: MAP.systems.map((one) => ({ ...one, leftOut: ['answer'] })) };

describe('an erasure', () => {
  let source: Erasable;
  beforeAll(async () => {
    source = await erasable(DDL);
  });
  afterAll(() => source.drop());

  const anna = () => rehearsed(withLeftOut, { email: ['anna@example.com'] }, source);

  it('is looked through without changing anything', async () => {
    const { facts } = await anna();
    expect(facts.obstacles).toEqual([]);
    expect(fatesOf(facts)).toEqual({
      Member: { blanked: 1 },
      order: { erased: 1, kept: 2 },
      line: { erased: 2, kept: 4 },
      post: { anonymised: 1 },
      visit: { erased: 5 },
    });
    expect(facts.collections.find(({ collectionId }) => collectionId === 'app.order')).toMatchObject({
      keptUntil: '2035-12-31',
      undated: 1,
    });
    expect(facts.order.findIndex((group) => group.includes('app.line'))).toBeLessThan(
      facts.order.findIndex((group) => group.includes('app.order')),
    );
    expect(await source.read('SELECT count(*)::int AS n FROM visit')).toEqual([{ n: 10 }]);
  });

  it('erases what was looked through, and leaves everybody else’s', async () => {
    const { erasure, eraser, facts } = await anna();
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'erased' });
    expect(await source.read('SELECT id::text, "e-mail", name FROM "Member" ORDER BY 1')).toEqual([
      { id: '2', 'e-mail': 'carl@example.com', name: 'Carl' },
      { id: '3', 'e-mail': 'new@example.com', name: 'New' },
      { id: '9007199254740993', 'e-mail': 'erased-9007199254740993', name: null },
    ]);
    expect(await source.read('SELECT left(id::text, 1) AS id FROM "order" ORDER BY 1')).toEqual([
      { id: '1' },
      { id: '3' },
      { id: '4' },
    ]);
    expect(await source.read('SELECT id, author::text FROM post ORDER BY id')).toEqual([
      { id: "it's", author: null },
      { id: 'of Carl', author: '2' },
    ]);
    expect(await source.read('SELECT DISTINCT member_id::text AS id FROM visit')).toEqual([{ id: '2' }]);
    expect(await source.read('SELECT count(*)::int AS n FROM colleague')).toEqual([{ n: 1 }]);
    expect(fatesOf((await anna()).facts)).toEqual({ Member: {}, order: {}, line: {}, post: {}, visit: {} });
  });

  it('deletes the account of somebody of whom nothing is kept', async () => {
    const { erasure, eraser, facts } = await rehearsed(withLeftOut, { email: ['new@example.com'] }, source);
    expect(fatesOf(facts).Member).toEqual({ erased: 1 });
    await eraser.erase(erasure, facts, QUIET);
    expect(await source.read('SELECT id FROM "Member" WHERE id = 3')).toEqual([]);
  });

  it('stops where a table that nobody mapped refers to the records', async () => {
    const { facts } = await rehearsed(MAP, { email: ['carl@example.com'] }, source);
    expect(facts.obstacles).toEqual([
      expect.objectContaining({
        kind: 'unmapped',
        collectionId: 'app.post',
        detail: expect.stringContaining(
          'table answer refers to post (foreign key on post_id) and is not in the data map',
        ),
      }),
    ]);
  });
});
