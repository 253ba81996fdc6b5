import { afterEach, expect, it } from 'vitest';
import { collectionOf, dataMapOf, type ShortField } from '@/tests/unit/datamap/maps';
import { type Erasable, erasable, fatesOf, QUIET, rehearsed } from './erasable';

let source: Erasable;
afterEach(() => source.drop());

const me = { id: { key: true }, email: { identity: 'email' } } satisfies Record<string, ShortField>;

it('erases records that refer to each other in a circle of keys that cannot be empty', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text, home_id int NOT NULL);
    CREATE TABLE home (id int PRIMARY KEY, owner_id int NOT NULL REFERENCES person);
    INSERT INTO person VALUES (1, 'me@example.com', 10), (2, 'you@example.com', 20);
    INSERT INTO home VALUES (10, 1), (20, 2), (11, 1);
    ALTER TABLE person ADD FOREIGN KEY (home_id) REFERENCES home`);
  const map = dataMapOf([
    collectionOf('app.person', { ...me, home_id: {} }),
    collectionOf('app.home', { id: { key: true }, owner_id: { of: 'app.person.id' } }),
  ]);
  const { erasure, eraser, facts } = await rehearsed(map, { email: ['me@example.com'] }, source);
  expect(facts.obstacles).toEqual([]);
  expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'erased' });
  expect(await source.read('SELECT id FROM home')).toEqual([{ id: 20 }]);
  expect(await source.read('SELECT id FROM person')).toEqual([{ id: 2 }]);
});

it.each(['', 'ON DELETE RESTRICT', 'ON DELETE CASCADE', 'DEFERRABLE INITIALLY DEFERRED'])(
  'erases a tree of records that refer to their own table: %s',
  async (how) => {
    source = await erasable(`
      CREATE TABLE person (id int PRIMARY KEY, email text);
      CREATE TABLE note (id int PRIMARY KEY, author int REFERENCES person, parent int REFERENCES note ${how});
      INSERT INTO person VALUES (1, 'me@example.com'), (2, 'you@example.com');
      INSERT INTO note VALUES (1, 1, NULL), (2, 1, 1), (3, 1, 2), (4, 2, NULL)`);
    const map = dataMapOf([
      collectionOf('app.person', me),
      collectionOf('app.note', { id: { key: true }, author: { of: 'app.person.id' }, parent: {} }),
    ]);
    const { erasure, eraser, facts } = await rehearsed(map, { email: ['me@example.com'] }, source);
    expect(fatesOf(facts)).toEqual({ person: { erased: 1 }, note: { erased: 3 } });
    await eraser.erase(erasure, facts, QUIET);
    expect(await source.read('SELECT id FROM note')).toEqual([{ id: 4 }]);
  },
);

it('stops before another person’s answer would go with a cascade', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE note (id int PRIMARY KEY, author int REFERENCES person, parent int REFERENCES note ON DELETE CASCADE);
    INSERT INTO person VALUES (1, 'me@example.com'), (2, 'you@example.com');
    INSERT INTO note VALUES (1, 1, NULL), (2, 2, 1)`);
  const map = dataMapOf([
    collectionOf('app.person', me),
    collectionOf('app.note', { id: { key: true }, author: { of: 'app.person.id' }, parent: {} }),
  ]);
  const { erasure, eraser, facts } = await rehearsed(map, { email: ['me@example.com'] }, source);
  expect(facts.obstacles.map(({ kind }) => kind)).toEqual(['strangersRefer']);
  expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'changed' });
  expect(await source.read('SELECT id FROM note ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
});

it('follows answers to answers in a circle of the map, to their end', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE note (id int PRIMARY KEY, author int REFERENCES person, parent int REFERENCES note);
    INSERT INTO person VALUES (1, 'me@example.com'), (2, 'you@example.com');
    INSERT INTO note VALUES (1, 1, NULL), (2, 2, 1), (3, 2, 2), (4, 2, NULL)`);
  const map = dataMapOf([
    collectionOf('app.person', me),
    collectionOf('app.note', {
      id: { key: true },
      author: { of: 'app.person.id' },
      parent: { of: 'app.note.id', direction: 'from' },
    }),
  ]);
  const { erasure, eraser, facts } = await rehearsed(map, { email: ['me@example.com'] }, source);
  expect(fatesOf(facts).note).toEqual({ erased: 3 });
  await eraser.erase(erasure, facts, QUIET);
  expect(await source.read('SELECT id FROM note')).toEqual([{ id: 4 }]);
});

it('leaves an address where somebody else lives too, and erases the one where nobody does', async () => {
  source = await erasable(`
    CREATE TABLE address (id int PRIMARY KEY, street text);
    CREATE TABLE person (id int PRIMARY KEY, email text, at int REFERENCES address, bills_to int REFERENCES address);
    INSERT INTO address VALUES (1, 'shared'), (2, 'own');
    INSERT INTO person VALUES (1, 'me@example.com', 1, 2), (2, 'you@example.com', 1, NULL)`);
  const map = dataMapOf([
    collectionOf('app.person', {
      ...me,
      at: { of: 'app.address.id', direction: 'to' },
      bills_to: { of: 'app.address.id', direction: 'to' },
    }),
    collectionOf(
      'app.address',
      { id: { key: true }, street: {} },
      { erasure: { kind: 'erase', whileKept: null, reason: null } },
    ),
  ]);
  const { erasure, eraser, facts } = await rehearsed(map, { email: ['me@example.com'] }, source);
  expect(fatesOf(facts)).toEqual({ person: { erased: 1 }, address: { erased: 1, others: 1 } });
  await eraser.erase(erasure, facts, QUIET);
  expect(await source.read('SELECT street FROM address')).toEqual([{ street: 'shared' }]);
});
