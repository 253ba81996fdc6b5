import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchAccounts } from '@/lib/connectors/accounts';
import { openConnector } from '@/lib/connectors/open';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { loadControllers } from '@/lib/platform/controllers/load';
import { TEST_CONTROLLERS, chinookMissing, loadChinook, type Chinook } from '@/tests/support/chinook';
import { serverUrl } from '@/tests/support/database';
import { recordsOf } from './records';

describe.skipIf(chinookMissing() !== null)('Chinook, whose data nobody made for us', () => {
  const { controllers, problems, gaps } = loadControllers(TEST_CONTROLLERS);
  const { dataMap } = controllers.get('chinook')!;
  const [shop] = dataMap.systems;
  let chinook: Chinook;
  let addresses: Record<string, string>;

  beforeAll(async () => {
    chinook = await loadChinook(serverUrl());
    addresses = { CHINOOK_DB_URL: chinook.readOnlyUrl };
  });
  afterAll(() => chinook.drop());

  const stepsFor = (identities: Record<string, string[]>) => collectionPlan(dataMap, identities).systems[0]!.steps;

  it('is described without a problem or a gap', () => {
    expect(problems).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it('answers a probe and says that it can only be read', async () => {
    expect(await openConnector(shop!, addresses).probe()).toMatchObject({ ok: true, readOnly: true });
  });

  it('gives a customer with every bill, line and track, and the colleague who looks after them', async () => {
    const connector = openConnector(shop!, addresses);
    const found = Object.fromEntries(
      await Promise.all(
        stepsFor({ email: ['LuisG@Embraer.com.br'] }).map(
          async (step) => [step.name, await recordsOf(connector.collect(step))] as const,
        ),
      ),
    );
    expect(found.customer).toEqual([
      expect.objectContaining({ customer_id: 1, first_name: 'Luís', last_name: 'Gonçalves' }),
    ]);
    expect(found.employee).toEqual([
      expect.objectContaining({ employee_id: 3, first_name: 'Jane', last_name: 'Peacock' }),
    ]);
    expect(found.invoice).toHaveLength(7);
    expect(found.invoice_line).toHaveLength(38);
    expect(new Set(found.track!.map(({ track_id }) => track_id))).toEqual(
      new Set(found.invoice_line!.map(({ track_id }) => track_id)),
    );
  });

  it('writes money as the database holds it, to the last cent', async () => {
    const invoices = await recordsOf(
      openConnector(shop!, addresses).collect(
        stepsFor({ email: ['luisg@embraer.com.br'] }).find(({ name }) => name === 'invoice')!,
      ),
    );
    expect(invoices.map(({ total }) => total)).toEqual(['3.98', '3.96', '5.94', '0.99', '1.98', '13.86', '8.91']);
  });

  it('finds the same person by a telephone number written another way', async () => {
    const [customer] = stepsFor({ phone: ['0055 12 39235555'] });
    expect(await recordsOf(openConnector(shop!, addresses).collect(customer!))).toEqual([
      expect.objectContaining({ customer_id: 1 }),
    ]);
  });

  it('counts what it would give', async () => {
    const connector = openConnector(shop!, addresses);
    const counts = await Promise.all(
      stepsFor({ email: ['luisg@embraer.com.br'] }).map((step) => connector.count(step)),
    );
    expect(counts).toEqual([1, 1, 7, 38, 38]);
  });

  it('tells the desk whether an address belongs to an account', async () => {
    expect(
      await matchAccounts(dataMap, { email: ['luisg@embraer.com.br'], phone: ['+1 202 555 0100'] }, addresses),
    ).toEqual([
      { systemId: 'shop', collectionId: 'shop.customer', identity: 'email', accounts: 1, failure: null },
      { systemId: 'shop', collectionId: 'shop.customer', identity: 'phone', accounts: 0, failure: null },
    ]);
  });

  it('refuses the login that could change the shop', async () => {
    expect(await openConnector(shop!, { CHINOOK_DB_URL: chinook.adminUrl }).probe()).toMatchObject({
      ok: false,
      reason: 'writable',
    });
  });
});
