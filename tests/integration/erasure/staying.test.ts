import { afterEach, expect, it } from 'vitest';
import { knownFrom, erasureFrom, mergedKeys, type StayingKeys } from '@/lib/domain/erasure/staying';
import type { DataMap } from '@/lib/domain/datamap/types';
import { at, collectionOf, dataMapOf, text } from '@/tests/unit/datamap/maps';
import { type Erasable, erasable, fatesOf, QUIET, rehearsed } from './erasable';

let source: Erasable;
afterEach(() => source.drop());

const KEEP = {
  erasure: {
    kind: 'keep',
    groundId: 'GDPR-17-3-b',
    reason: text('tax law'),
    until: { kind: 'open', reason: text('open') },
  },
} as const;

const blanking = (whileKept: Record<string, string | null>) =>
  ({ erasure: { kind: 'erase', whileKept, reason: text('a bill refers to it') } }) as const;

/** Erases one person, and looks again by the keys that were read as their records went. */
async function erasedAndKnown(map: DataMap, email = 'me@example.com') {
  const { erasure, eraser, facts } = await rehearsed(map, { email: [email] }, source);
  expect(facts.obstacles).toEqual([]);
  const parts: StayingKeys[] = [];
  const beforeCommit: typeof QUIET.beforeCommit = async (_, __, staying) => {
    for await (const part of staying) parts.push(part);
  };
  expect(await eraser.erase(erasure, facts, { ...QUIET, beforeCommit })).toMatchObject({ kind: 'erased' });
  const keys = new Map(
    Object.entries(
      mergedKeys(
        {},
        parts.map(({ id, keys }) => [id, keys] as const),
      ),
    ),
  );
  const look = () => eraser.rehearse(erasureFrom(knownFrom(map, keys), erasure)).then(fatesOf);
  return { facts: fatesOf(facts), parts, keys, look };
}

it('what stays is found by what was erased, blanked or named in lists, by one key or by several together', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text, handle text, name text);
    CREATE TABLE bill (id int PRIMARY KEY, person_id int REFERENCES person);
    CREATE TABLE device (no int, tenant text, owner text, PRIMARY KEY (no, tenant));
    CREATE TABLE repair (id int PRIMARY KEY, device_no int, tenant text);
    CREATE TABLE ticket (id int PRIMARY KEY, handles text[]);
    INSERT INTO person VALUES (1, 'me@example.com', 'it"s \\ {me}', 'Me'), (2, 'you@example.com', 'you', 'You');
    INSERT INTO bill VALUES (10, 1), (20, 2);
    INSERT INTO device VALUES (7, 'a', 'it"s \\ {me}'), (7, 'b', 'you');
    INSERT INTO repair VALUES (70, 7, 'a'), (71, 7, 'b');
    INSERT INTO ticket VALUES (80, ARRAY['it"s \\ {me}']), (81, ARRAY['you'])`);
  const map = dataMapOf([
    collectionOf(
      'app.person',
      { id: { key: true }, email: { identity: 'email' }, handle: {}, name: {} },
      blanking({ email: null, handle: null, name: null }),
    ),
    collectionOf('app.bill', { id: { key: true }, person_id: { of: 'app.person.id' } }, KEEP),
    collectionOf('app.device', { no: { key: true }, tenant: { key: true }, owner: { of: 'app.person.handle' } }),
    collectionOf(
      'app.repair',
      { id: { key: true }, device_no: {}, tenant: {} },
      {
        ...KEEP,
        references: [
          {
            collectionId: 'app.device',
            direction: 'from',
            pairs: [
              { here: at('device_no'), there: at('no') },
              { here: at('tenant'), there: at('tenant') },
            ],
          },
        ],
      },
    ),
    collectionOf('app.ticket', { id: { key: true }, handles: { of: 'app.person.handle' } }, KEEP),
  ]);
  const { facts, keys, look } = await erasedAndKnown(map);
  expect(facts).toEqual({
    person: { blanked: 1 },
    bill: { kept: 1 },
    device: { erased: 1 },
    repair: { kept: 1 },
    ticket: { kept: 1 },
  });
  expect(Object.fromEntries(keys)).toEqual({
    'app.person.id': [['1']],
    'app.person.handle': [['it"s \\ {me}']],
    'app.device.no+tenant': [['7', 'a']],
  });
  expect(await look()).toEqual({
    person: { blanked: 1 },
    bill: { kept: 1 },
    device: {},
    repair: { kept: 1 },
    ticket: { kept: 1 },
  });
});

it('a blank that is the same for everybody leads to nobody else', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE bill (id int PRIMARY KEY, person_id int REFERENCES person);
    CREATE TABLE letter (id int PRIMARY KEY, sent_to text);
    INSERT INTO person VALUES (1, 'me@example.com'), (2, 'erased');
    INSERT INTO bill VALUES (10, 1), (20, 2);
    INSERT INTO letter VALUES (30, 'erased'), (31, 'me@example.com')`);
  const map = dataMapOf([
    collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }, blanking({ email: 'erased' })),
    collectionOf('app.bill', { id: { key: true }, person_id: { of: 'app.person.id' } }, KEEP),
    collectionOf('app.letter', { id: { key: true }, sent_to: { of: 'app.person.email' } }),
  ]);
  const { look } = await erasedAndKnown(map);
  expect(await look()).toEqual({ person: {}, bill: { kept: 1 }, letter: {} });
  expect(await source.read('SELECT id FROM letter')).toEqual([{ id: 30 }]);
});

it('keys of any number come in parts, and only those behind which something stays', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE "order" (id int PRIMARY KEY, person_id int REFERENCES person);
    CREATE TABLE bill (id int PRIMARY KEY, order_id int);
    CREATE INDEX ON bill (order_id);
    INSERT INTO person VALUES (1, 'me@example.com');
    INSERT INTO "order" SELECT n, 1 FROM generate_series(1, 40000) n;
    INSERT INTO bill SELECT n, n FROM generate_series(1, 25000) n`);
  const map = dataMapOf([
    collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }),
    collectionOf('app.order', { id: { key: true }, person_id: { of: 'app.person.id' } }),
    collectionOf('app.bill', { id: { key: true }, order_id: { of: 'app.order.id' } }, KEEP),
  ]);
  const { parts, look } = await erasedAndKnown(map);
  expect(parts.map(({ id, keys }) => [id, keys.length])).toEqual([
    ['app.order.id', 10_000],
    ['app.order.id', 10_000],
    ['app.order.id', 5_000],
  ]);
  expect(await look()).toEqual({ person: {}, order: {}, bill: { kept: 25_000 } });
});

it('nothing is put aside where nothing stays, or where what stays is still found', async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE bill (id int PRIMARY KEY, email text);
    CREATE TABLE visit (id int PRIMARY KEY, person_id int REFERENCES person);
    INSERT INTO person VALUES (1, 'me@example.com');
    INSERT INTO bill VALUES (10, 'me@example.com');
    INSERT INTO visit VALUES (20, 1)`);
  const map = dataMapOf([
    collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }),
    collectionOf('app.bill', { id: { key: true }, email: { identity: 'email' } }, KEEP),
    collectionOf('app.visit', { id: { key: true }, person_id: { of: 'app.person.id' } }),
  ]);
  const { parts, look } = await erasedAndKnown(map);
  expect(parts).toEqual([]);
  expect(await look()).toEqual({ person: {}, bill: { kept: 1 }, visit: {} });
});
