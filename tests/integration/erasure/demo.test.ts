import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEraser } from '@/lib/connectors/open';
import { type DemoControllerId, demoPeople, type DemoRole } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import { planErasure, stillFound } from '@/lib/features/erasure/data';
import type { SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import { loadControllers } from '@/lib/platform/controllers/load';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { ASOF, QUIET } from './erasable';

const PREFIX = 'erase_test';
const { controllers } = loadControllers(path.join(import.meta.dirname, '..', '..', '..', 'controllers'));

const carriedBy = (erasures: readonly SystemErasure[]) =>
  new Map(erasures.flatMap(({ carried }) => Object.entries(carried)));

describe('the people of the demo', () => {
  let env: Record<string, string>;
  beforeAll(async () => {
    ({ env } = await seedDemo({ adminUrl: serverUrl(), readerPassword: 'r', prefix: PREFIX, bigRecords: 100 }));
  });
  afterAll(async () => {
    await dropDemo(PREFIX);
  });

  const read = async <Row extends object>(urlName: string, sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: env[urlName] });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  const personOf = (controller: DemoControllerId, role: DemoRole) =>
    demoPeople(controller).find((person) => person.role === role)!;

  /** Plans a person's erasure and carries it out. */
  async function erase(controller: DemoControllerId, role: DemoRole) {
    const { dataMap } = controllers.get(controller)!;
    const { email, phone } = personOf(controller, role);
    const identities = { email: [email], phone: [phone] };
    const made = await planErasure({ dataMap, identities, regimes: ['GDPR'], asOf: ASOF }, env);
    expect(made.plan.problems).toEqual([]);
    const done = new Map<string, SystemFacts>();
    for (const erasure of made.erasures) {
      const eraser = openEraser(
        dataMap.systems.find(({ id }) => id === erasure.systemId)!,
        env,
      )!;
      const erased = await eraser.erase(erasure, made.facts.get(erasure.systemId)!, QUIET);
      if (erased.kind !== 'erased') throw new Error(JSON.stringify(erased));
      done.set(erasure.systemId, erased.facts);
    }
    expect(await stillFound(dataMap, made.erasures, done, undefined, env)).toEqual([]);
    return new Map([...done.values()].flatMap(({ collections }) => collections.map((one) => [one.collectionId, one])));
  }

  it('Sessia: the address book goes at once, orders stay ten years, posts without the person', async () => {
    const { id } = personOf('sessia', 'ordinary');
    const done = await erase('sessia', 'ordinary');
    const left = (urlName: string, table: string) =>
      read<{ n: number }>(urlName, `SELECT count(*)::int AS n FROM ${table} WHERE member_id = ${id}`);
    expect(done.get('profiles.address_book_entry')!.erased).toBeGreaterThan(0);
    expect(await left('SESSIA_PROFILES_URL', 'profiles.address_book_entry')).toEqual([{ n: 0 }]);
    expect(await left('SESSIA_PROFILES_URL', 'profiles.member')).toEqual([{ n: 0 }]);
    expect(await left('SESSIA_MESSENGER_URL', 'messenger.call')).toEqual([{ n: 0 }]);
    expect(done.get('profiles.public_post')!.anonymised).toBeGreaterThan(0);
    const orders = done.get('shop.purchase')!;
    expect(orders.kept).toBeGreaterThan(0);
    expect(orders.keptUntil).toMatch(/^20\d\d-12-31$/);
    expect(await left('SESSIA_SHOP_URL', 'shop.purchase')).toEqual([{ n: orders.kept }]);
    expect(done.get('shop.purchase_item')).toMatchObject({ keptUntil: orders.keptUntil });
  });

  it('CallsApp: what a paid call and its bill rest on stays, all else goes', async () => {
    const { id } = personOf('callsapp', 'ordinary');
    const done = await erase('callsapp', 'ordinary');
    expect(done.get('billing.paid_call')!.kept).toBeGreaterThan(0);
    expect(done.get('calls.call')!.erased).toBeGreaterThan(0);
    expect(await read('CALLSAPP_ACCOUNTS_URL', `SELECT 1 FROM accounts.account WHERE account_id = ${id}`)).toEqual([]);
  });

  it('what was found through an account is found again by a later plan, although the account is gone', async () => {
    const { dataMap } = controllers.get('sessia')!;
    const { email, phone } = demoPeople('sessia').filter(({ role }) => role === 'ordinary')[1]!;
    const asked = { dataMap, identities: { email: [email], phone: [phone] }, regimes: ['GDPR'], asOf: ASOF } as const;
    const first = await planErasure(asked, env);
    const account = first.erasures.find(({ systemId }) => systemId === 'profiles')!;
    const eraser = openEraser(
      dataMap.systems.find(({ id }) => id === 'profiles')!,
      env,
    )!;
    expect(await eraser.erase(account, first.facts.get('profiles')!, QUIET)).toMatchObject({ kind: 'erased' });
    const callsIn = ({ facts }: typeof first) =>
      facts.get('messenger')!.collections.find(({ collectionId }) => collectionId === 'messenger.call')!.erased;
    expect(callsIn(first)).toBeGreaterThan(0);
    // By what the person is known by alone there is nothing left to find: that is no proof that nothing is there.
    expect(callsIn(await planErasure(asked, env))).toBe(0);
    expect(callsIn(await planErasure({ ...asked, before: carriedBy(first.erasures) }, env))).toBe(callsIn(first));
  });

  it.each([
    ['callsapp', 'accounts.account', 'accounts.abuse_block'],
    ['sessia', 'profiles.member', 'profiles.abuse_block'],
  ] as const)('%s: of a blocked account its number and the block are left', async (controller, account, block) => {
    const done = await erase(controller, 'blocked');
    expect(done.get(account)).toMatchObject({ erased: 0, blanked: 1 });
    expect(done.get(block)!.kept).toBeGreaterThan(0);
  });
});
