import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '@/lib/connectors/port';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { normalIdentity } from '@/lib/domain/datamap/identity';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { recordsOf } from './records';
import { sourceWith, stepsOf, systemOf, type Source } from './source';

const map = dataMapOf([
  collectionOf('app.person', {
    id: { key: true },
    nick: { identity: 'nick' },
    email: { identity: 'email' },
    phone: { identity: 'phone' },
  }),
]);

/** What people type who want more than their own data, mixed into anything at all. */
const hostile = fc.oneof(
  fc.constantFrom(
    "' OR '1'='1",
    "x') OR TRUE --",
    "\\' OR 1=1 --",
    "'; DROP TABLE person; --",
    '$$ OR TRUE $$',
    "') TO PROGRAM 'id'; --",
    "E'\\x27",
    '%',
    '_',
    '*',
    '\u02bc OR 1=1',
    "\ufeff'",
    '"; SELECT 1; --',
    "\u202e'",
    "a'||(SELECT nick FROM person LIMIT 1)||'",
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .tuple(fc.string(), fc.constantFrom("'", '\\', "''", "\\'", ')', '--', ';'), fc.string())
    .map((parts) => parts.join('')),
);

describe('whatever somebody claims to be known by', () => {
  let source: Source;
  let admin: Client;

  beforeAll(async () => {
    source = await sourceWith(
      "CREATE TABLE person (id int PRIMARY KEY, nick text, email text, phone text); INSERT INTO person VALUES (1, 'somebody else', 'else@example.com', '+352691555001'), (2, '', '', ''), (3, NULL, NULL, NULL)",
    );
    admin = new Client({ connectionString: source.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await source.drop();
  });

  const find = (identities: Record<string, string[]>) => {
    const { person } = stepsOf(map, 'app', identities);
    return person === undefined
      ? Promise.resolve([])
      : recordsOf(postgresConnector(systemOf(map, 'app'), source.readerUrl).collect(person));
  };

  it('finds the record that has just this value, and never another', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        const nick = normalIdentity('exact', value);
        fc.pre(nick !== null && nick !== 'somebody else');
        await admin.query('INSERT INTO person VALUES (10, $1)', [nick]);
        try {
          expect(await find({ nick: [value] })).toEqual([{ id: 10, nick, email: null, phone: null }]);
        } finally {
          await admin.query('DELETE FROM person WHERE id = 10');
        }
        expect(await find({ nick: [value] })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds nobody by an e-mail address or number that is nobody’s, several at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostile, { maxLength: 5 }),
        fc.array(hostile, { maxLength: 5 }),
        async (emails, phones) => {
          fc.pre(phones.every((phone) => !phone.replace(/\D/g, '').includes('352691555001')));
          expect(await find({ email: emails, phone: phones })).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('and whatever names a data map holds, they are names and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile.filter((name) => !name.includes('\0') && !name.includes('.')),
        hostile.filter((name) => !name.includes('\0') && name !== 'id'),
        async (table, column) => {
          const wrong = dataMapOf([
            { ...collectionOf('app.x', { id: {}, [column]: { identity: 'nick' } }), name: table },
          ]);
          const collecting = recordsOf(
            postgresConnector(systemOf(wrong, 'app'), source.readerUrl).collect(
              stepsOf(wrong, 'app', { nick: ['x'] })[table]!,
            ),
          );
          await expect(collecting).rejects.toSatisfy(
            (cause) => cause instanceof SourceError && cause.reason === 'badMap',
          );
        },
      ),
      { numRuns: 40 },
    );
    expect((await admin.query('SELECT count(*)::int AS n FROM person')).rows).toEqual([{ n: 3 }]);
  });
});
