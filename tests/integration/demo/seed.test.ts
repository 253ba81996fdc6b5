import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import { matchAccounts } from '@/lib/connectors/accounts';
import { openConnector } from '@/lib/connectors/open';
import { demoPeople, type DemoControllerId } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { loadControllers } from '@/lib/platform/controllers/load';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { recordsOf } from '../connectors/records';

const BIG = 5_000;
const PREFIX = 'seed_test';
const { controllers } = loadControllers(path.join(import.meta.dirname, '..', '..', '..', 'controllers'));

describe('the databases the demo controllers would have', () => {
  let env: Record<string, string>;
  let admin: Client;

  const seed = (bigRecords = BIG, onProgress?: (database: string) => void) =>
    seedDemo({ adminUrl: serverUrl(), readerPassword: 'p@ss %41 word', prefix: PREFIX, bigRecords, onProgress });

  beforeAll(async () => {
    admin = new Client({ connectionString: serverUrl() });
    await admin.connect();
    ({ env } = await seed());
  });
  afterAll(async () => {
    await admin.end();
    await dropDemo(PREFIX);
  });

  const mapOf = (id: DemoControllerId) => controllers.get(id)!.dataMap;

  /** How many records each collection has about a person. */
  async function held(id: DemoControllerId, identities: Identities): Promise<Record<string, number>> {
    const plan = collectionPlan(mapOf(id), identities);
    const connectorOf = (systemId: string) =>
      openConnector(
        mapOf(id).systems.find((system) => system.id === systemId)!,
        env,
      );
    const counts: Record<string, number> = {};
    for (const { systemId, steps } of plan.systems) {
      const carried = await carriedKeys(plan, systemId, connectorOf);
      for (const step of steps) counts[step.collectionId] = await connectorOf(systemId).count(step, { carried });
    }
    return counts;
  }

  const inDatabase = async <T extends object>(name: string, sql: string): Promise<T[]> => {
    const url = new URL(serverUrl());
    url.pathname = `/${PREFIX}_${name}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it.each(['callsapp', 'sessia'] as const)(
    '%s: every system answers, fits its data map and can only be read',
    async (id) => {
      for (const system of mapOf(id).systems) {
        expect(await openConnector(system, env).probe(), system.id).toMatchObject({ ok: true, readOnly: true });
      }
    },
  );

  it.each([
    ['callsapp', 'nadia.weber@example.lu', ['accounts.abuse_block', 'partners.partner', 'partners.letter']],
    ['callsapp', 'ivan.sokolov@example.com', ['accounts.abuse_block', 'partners.partner', 'partners.letter']],
    ['sessia', 'maria.ivanova@example.bg', ['profiles.abuse_block', 'advertising.disclosure']],
  ] as const)(
    '%s holds something in each category about %s, but for what does not concern them',
    async (id, email, without) => {
      const counts = await held(id, { email: [email] });
      expect(
        Object.entries(counts)
          .filter(([, count]) => count === 0)
          .map(([collection]) => collection),
      ).toEqual([...without]);
    },
  );

  it('every collection of both data maps has records of somebody', async () => {
    for (const id of ['callsapp', 'sessia'] as const) {
      const everyone = await held(id, { email: demoPeople(id).map(({ email }) => email) });
      expect(Object.entries(everyone).filter(([, count]) => count === 0)).toEqual([]);
      expect(Object.keys(everyone)).toHaveLength(mapOf(id).systems.flatMap(({ collections }) => collections).length);
    }
  });

  it('the heavy person has as many calls as were asked for, and they are theirs', async () => {
    expect((await held('callsapp', { email: ['heavy@example.lu'] }))['calls.call']).toBe(BIG);
    expect((await held('callsapp', { phone: ['+352 691 555 003'] }))['calls.call']).toBe(BIG);
  });

  it.each([
    ['quiet', 'callsapp', 'zoe.muller@example.lu', ['accounts.account']],
    ['partner', 'callsapp', 'claire.fontaine@partner.example.com', ['partners.partner', 'partners.letter']],
    ['quiet', 'sessia', 'elena.todorova@example.bg', ['profiles.member']],
  ] as const)('the %s person of %s is found only where they are', async (_role, id, email, where) => {
    const counts = await held(id, { email: [email] });
    expect(
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([collection]) => collection),
    ).toEqual([...where]);
  });

  it('a closed account of Sessia has no address book any more', async () => {
    const counts = await held('sessia', { email: ['stefan.kolev@example.bg'] });
    expect(counts).toMatchObject({
      'profiles.member': 1,
      'profiles.address_book_entry': 0,
      'messenger.call': expect.any(Number),
    });
  });

  it('blocked people are remembered, and the Californian’s data went to others last year', async () => {
    expect((await held('callsapp', { email: ['olga.vetrova@example.com'] }))['accounts.abuse_block']).toBe(1);
    expect((await held('sessia', { email: ['viktor.spasov@example.com'] }))['profiles.abuse_block']).toBe(1);
    expect((await held('sessia', { email: ['emily.carter@example.com'] }))['advertising.disclosure']).toBe(2);
    expect(
      await inDatabase(
        'sessia_shop',
        'SELECT DISTINCT extract(year FROM disclosed_on)::int AS year FROM advertising.disclosure',
      ),
    ).toEqual([{ year: 2025 }]);
  });

  it('nobody is found by an address that nobody has', async () => {
    expect(Object.values(await held('callsapp', { email: ['nobody@example.com'] })).every((count) => count === 0)).toBe(
      true,
    );
  });

  it('somebody known to both controllers has an account with each', async () => {
    for (const id of ['callsapp', 'sessia'] as const) {
      const matches = await matchAccounts(mapOf(id), { email: ['emily.carter@example.com'] }, env);
      expect(matches.some(({ accounts }) => accounts === 1)).toBe(true);
    }
  });

  it('names are in Latin and in Cyrillic, and come out as they went in', async () => {
    const plan = collectionPlan(mapOf('callsapp'), { email: ['ivan.sokolov@example.com', 'zoe.muller@example.lu'] });
    const [account] = plan.systems.find(({ systemId }) => systemId === 'accounts')!.steps;
    const records = await recordsOf(openConnector(mapOf('callsapp').systems[0]!, env).collect(account!));
    expect(records.map(({ display_name, password_hash }) => [display_name, password_hash])).toEqual([
      ['Иван Соколов', true],
      ['Zoé Muller', true],
    ]);
  });

  it('undelivered messages are never older than two weeks at the start, and deletion is fourteen days after', async () => {
    const [row] = await inDatabase<{ oldest: boolean; fourteen: boolean }>(
      'callsapp_app',
      "SELECT min(queued_at) > now() - interval '14 days' AS oldest, bool_and(deleted_on = ((queued_at AT TIME ZONE 'UTC') + interval '14 days')::date) AS fourteen FROM calls.undelivered_message",
    );
    expect(row).toEqual({ oldest: true, fourteen: true });
  });

  it('what a row points to exists: no call, order or ticket of nobody', async () => {
    expect(
      await inDatabase(
        'callsapp_app',
        `
      SELECT (SELECT count(*)::int FROM calls.call LEFT JOIN accounts.account USING (account_id) WHERE account.email IS NULL) AS calls,
        (SELECT count(*)::int FROM calls.call c LEFT JOIN accounts.account a ON a.account_id = c.peer_account_id WHERE c.peer_account_id IS NOT NULL AND (a.phone IS NULL OR a.phone <> c.peer_phone) AND c.peer_account_id <> 8) AS peers`,
      ),
    ).toEqual([{ calls: 0, peers: 0 }]);
    expect(
      await inDatabase(
        'sessia_shop',
        'SELECT count(*)::int AS wrong FROM shop.purchase p WHERE total <> (SELECT sum(quantity * price) FROM shop.purchase_item i WHERE i.order_id = p.order_id)',
      ),
    ).toEqual([{ wrong: 0 }]);
  });

  it('a second seeding makes nothing anew', async () => {
    const made: string[] = [];
    const again = await seed(BIG, (name) => made.push(name));
    expect(made).toEqual([]);
    expect(again.env).toEqual(env);
  });

  it('two seedings at once do not fall over each other', async () => {
    await admin.query('COMMENT ON DATABASE seed_test_callsapp_office IS NULL');
    const made: string[] = [];
    await Promise.all([seed(BIG, (name) => made.push(name)), seed(BIG, (name) => made.push(name))]);
    expect(made).toEqual(['seed_test_callsapp_office']);
  });

  it('what was left half made is made anew, and nothing else', async () => {
    await admin.query('COMMENT ON DATABASE seed_test_sessia_shop IS NULL');
    const made: string[] = [];
    await seed(BIG, (name) => made.push(name));
    expect(made).toEqual(['seed_test_sessia_shop']);
    expect((await held('sessia', { email: ['maria.ivanova@example.bg'] }))['shop.purchase']).toBeGreaterThan(0);
  });
});

describe('the people of the demo', () => {
  it.each(['callsapp', 'sessia'] as const)(
    'of %s are a few hundred, each with an address and number of their own',
    (id) => {
      const people = demoPeople(id);
      expect(people.length).toBeGreaterThanOrEqual(240);
      expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
      expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
      expect(demoPeople(id)).toEqual(people);
    },
  );

  it.each(['callsapp', 'sessia'] as const)('of %s have no number or address of a real person', (id) => {
    for (const { email, phone, street } of demoPeople(id)) {
      expect(email).toMatch(/@(partner\.)?example\.(com|lu|bg)$/);
      expect(phone).toMatch(/^\+352691555\d{3}$|^\+447700900\d{3}$/);
      expect(street).toMatch(/Example|Пример/);
    }
  });
});
