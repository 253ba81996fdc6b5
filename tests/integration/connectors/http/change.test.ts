import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { byPerson, openChanger, openEraser } from '@/lib/connectors/open';
import type { ErasingHooks } from '@/lib/connectors/erase-port';
import { eraseOnce, type ErasureEntry } from '@/lib/connectors/erase-once';
import { erasureFrom, knownFrom } from '@/lib/domain/erasure/staying';
import type { Keys } from '@/lib/domain/erasure/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import { wholeOf } from '@/lib/domain/erasure/whole';
import { aService, type Got, json, type Service } from '@/tests/support/http-service';
import { stepsOf, systemOf } from '../source';
import { addressWith, ANNA, crmMap } from './crm';

type Row = Record<string, unknown> & { readonly id: number };

let service: Service;
let contacts: Row[];
let orders: Row[];
beforeAll(async () => {
  service = await aService();
});
beforeEach(() => {
  service.got.length = 0;
  contacts = [
    { id: 1, email: 'anna@example.com', newsletter: true, balance: 'Ana' },
    { id: 2, email: 'bob@example.com', newsletter: true, balance: 'Bob' },
    { id: 3, email: 'anna@example.com', newsletter: false, balance: 'Anna B' },
  ];
  orders = [
    { id: 11, contact: 1, paid_at: '2010-05-05T10:00:00Z' },
    { id: 12, contact: 1, paid_at: '2026-01-31' },
    { id: 13, contact: 2, paid_at: '2010-05-05' },
    { id: 14, contact: 3, paid_at: null },
  ];
  service.answer = register;
});
afterAll(() => service.close());

/** A register as it should be. */
function register({ method, path, query, body }: Got, response: ServerResponse): void {
  const [, table, id, inner] = path.split('/');
  if (method === 'GET')
    return json(response, {
      items: inner
        ? orders.filter(({ contact }) => String(contact) === id)
        : contacts.filter(({ email }) => email === query.email),
    });
  const rows = table === 'contacts' ? contacts : orders;
  const at = rows.findIndex((one) => String(one.id) === id);
  if (at === -1) return void response.writeHead(404).end();
  if (method === 'PATCH') Object.assign(rows[at]!, JSON.parse(body));
  else rows.splice(at, 1);
  response.writeHead(204).end();
}

const changing = { change: { request: 'PATCH /contacts/{id}' }, erase: { request: 'DELETE /contacts/{id}' } };

const ORDERS = {
  name: 'orders',
  fields: [
    { name: 'id', fides_meta: { primary_key: true } },
    { name: 'contact', fides_meta: { references: [{ dataset: 'crm', field: 'contacts.id', direction: 'from' }] } },
    { name: 'paid_at' },
  ],
  meta: {
    rightsdesk: {
      http: {
        find: [{ by: 'contact', request: 'GET /contacts/{contact}/orders', records: 'items' }],
        erase: { request: 'DELETE /orders/{id}' },
      },
      erasure: { keep: 'Tax', ground: 'GDPR-17-3-b', until: { period: 'P10Y', from: 'paid_at' } },
    },
  },
};

const mapOf = (http: object = changing) =>
  crmMap({
    contacts: http,
    orders: [ORDERS],
    system: { write: 'CRM_WRITE_URL', timeoutSeconds: 30 },
  });

const addresses = () => ({
  CRM_URL: addressWith(service.address, ':reader'),
  CRM_WRITE_URL: addressWith(service.address, ':writer'),
});

describe('a preference or a correction in a service', () => {
  const changed = (fields: Record<string, string | boolean | null>, was: string | null = null) => {
    const dataMap = mapOf();
    const changer = openChanger(systemOf(dataMap, 'crm'), 'setPreference', addresses())!;
    return changer.change([{ step: stepsOf(dataMap, 'crm', ANNA).contacts!, fields, was }]);
  };

  it('is written into the person’s own records alone, and read back', async () => {
    expect(await changed({ newsletter: false })).toEqual([
      { collectionId: 'crm.contacts', found: 2, held: 1, changed: 1, other: 0 },
    ]);
    expect(contacts.map(({ newsletter }) => newsletter)).toEqual([false, true, false]);
    expect(service.got.filter(({ method }) => method === 'PATCH')).toMatchObject([
      { path: '/contacts/1', body: '{"newsletter":false}', headers: { authorization: 'Bearer writer' } },
    ]);
    expect(await changed({ newsletter: false })).toMatchObject([{ held: 2, changed: 0 }]);
  });

  it('is a moment where the map says so, and changes only what says exactly what is wrong', async () => {
    await changed({ newsletter: '{now}' });
    expect(contacts[0]!.newsletter).toBe(true);
    expect(await changed({ balance: 'Anna' }, 'Ana')).toMatchObject([{ found: 2, changed: 1, other: 1 }]);
    expect(contacts.map(({ balance }) => balance)).toEqual(['Anna', 'Bob', 'Anna B']);
  });

  it('is not called done where the service says yes and does nothing', async () => {
    service.answer = (got, response) =>
      got.method === 'PATCH' ? void response.writeHead(200).end() : register(got, response);
    await expect(changed({ newsletter: false })).rejects.toMatchObject({
      reason: 'badMap',
      detail: expect.stringContaining('do not hold what was written') as string,
    });
  });

  it('waits a little for a service that shows later what it took', async () => {
    let reads = 0;
    service.answer = (got, response) => {
      if (got.method === 'GET' && ++reads === 2)
        return json(response, { items: [{ id: 1, email: 'anna@example.com', newsletter: true }] });
      register(got, response);
    };
    expect(await changed({ newsletter: false })).toMatchObject([{ changed: 1 }]);
  });

  it('is a person’s where no request is declared, or nobody gave a login', () => {
    const system = systemOf(mapOf({}), 'crm');
    expect(openChanger(system, 'rectify', addresses())).toBeNull();
    expect(byPerson(system, addresses())).toEqual(['introspect', 'rectify', 'restrict', 'setPreference']);
    expect(byPerson(systemOf(mapOf(), 'crm'), { CRM_URL: 'x' })).toContain('erase');
  });
});

describe('an erasure in a service', () => {
  const asOf = localDate('2026-11-27');
  const prepared = (dataMap = mapOf()) => ({
    erasure: systemErasures(dataMap, erasureSearch(dataMap, ANNA), {}, asOf)[0]!,
    eraser: openEraser(systemOf(dataMap, 'crm'), addresses())!,
  });
  const nothing = async () => undefined;
  const quiet: ErasingHooks = { progress: nothing, beforeCommit: nothing, brokenOff: nothing };

  it('is planned with counts and reasons, and changes nothing then', async () => {
    const { erasure, eraser } = prepared();
    const facts = await eraser.rehearse(erasure);
    expect(facts).toMatchObject({
      order: [['crm.orders'], ['crm.contacts']],
      obstacles: [],
      collections: [
        { collectionId: 'crm.contacts', erased: 2, kept: 0 },
        { collectionId: 'crm.orders', erased: 1, kept: 2, keptUntil: '2036-01-31', undated: 1 },
      ],
    });
    expect(new Set(service.got.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('takes what goes, children first, and looks again', async () => {
    const { erasure, eraser } = prepared();
    const facts = await eraser.rehearse(erasure);
    expect(await eraser.erase(erasure, facts, quiet)).toMatchObject({ kind: 'erased' });
    expect(contacts.map(({ id }) => id)).toEqual([2]);
    expect(orders.map(({ id }) => id)).toEqual([12, 13, 14]);
    const deleted = service.got.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(deleted).toEqual(['/orders/11', '/contacts/1', '/contacts/3']);
    expect(service.got.at(-1)!.method).toBe('GET');
  });

  it('finds again what stays, by the keys of what led there and has gone', async () => {
    const { erasure, eraser } = prepared();
    const keys: Record<string, Keys> = {};
    const beforeCommit: typeof quiet.beforeCommit = async (_, __, staying) => {
      for await (const part of staying) keys[part.id] = part.keys;
    };
    await eraser.erase(erasure, await eraser.rehearse(erasure), { ...quiet, beforeCommit });
    expect((await eraser.rehearse(erasure)).collections).toMatchObject([{ kept: 0 }, { kept: 0 }]);
    const known = knownFrom(mapOf(), new Map(Object.entries(keys)));
    expect((await eraser.rehearse(erasureFrom(known, erasure))).collections).toMatchObject([
      { collectionId: 'crm.contacts', erased: 0 },
      { collectionId: 'crm.orders', erased: 0, kept: 2, keptUntil: '2036-01-31', undated: 1 },
    ]);
  });

  it('stops where there is more than was approved, or where the map asks otherwise now', async () => {
    const { erasure, eraser } = prepared();
    const facts = await eraser.rehearse(erasure);
    contacts.push({ id: 4, email: 'anna@example.com' });
    expect(await eraser.erase(erasure, facts, quiet)).toMatchObject({ kind: 'changed', changes: [{ kind: 'more' }] });
    contacts.pop();
    const other = prepared(mapOf({ ...changing, erase: { request: 'DELETE /contacts/{id}/all' } }));
    expect(await other.eraser.erase(other.erasure, facts, quiet)).toMatchObject({ changes: [{ kind: 'schema' }] });
    expect(contacts).toHaveLength(3);
  });

  function aJournal() {
    const kept: { entry: ErasureEntry | null } = { entry: null };
    const write = async (next: ErasureEntry) => void (kept.entry = next);
    return { kept, read: async () => kept.entry, write };
  }

  const keeping =
    (id: number, status = 403): Service['answer'] =>
    (got, response) =>
      got.path === `/contacts/${id}` && got.method === 'DELETE'
        ? void response.writeHead(status).end()
        : register(got, response);

  it('that broke off is counted with the next plan, each record once', async () => {
    const { erasure, eraser } = prepared();
    const first = aJournal();
    service.answer = keeping(3);
    const approved = await eraser.rehearse(erasure);
    await expect(eraseOnce(eraser, erasure, approved, first, quiet.progress)).rejects.toMatchObject({
      reason: 'denied',
    });
    expect(first.kept.entry).toMatchObject({
      state: 'brokenOff',
      facts: { collections: [{ erased: 2 }, { erased: 1, kept: 2 }] },
    });
    service.answer = register;
    contacts.push({ id: 4, email: 'anna@example.com' });
    const erased = await eraseOnce(eraser, erasure, await eraser.rehearse(erasure), aJournal(), quiet.progress);
    if (erased.kind !== 'erased') throw new Error('it was stopped');
    expect(erased.facts.collections).toMatchObject([{ erased: 2 }, { erased: 0 }]);
    expect(wholeOf([first.kept.entry!.facts], erased.facts).collections).toMatchObject([{ erased: 3 }, { erased: 1 }]);
  });

  it('does not count what it had not come to, where that went by itself before the next plan', async () => {
    const { erasure, eraser } = prepared();
    const first = aJournal();
    service.answer = keeping(1);
    const approved = await eraser.rehearse(erasure);
    await expect(eraseOnce(eraser, erasure, approved, first, quiet.progress)).rejects.toThrow();
    service.answer = register;
    contacts = contacts.filter(({ id }) => id !== 3);
    const erased = await eraseOnce(eraser, erasure, await eraser.rehearse(erasure), aJournal(), quiet.progress);
    if (erased.kind !== 'erased') throw new Error('it was stopped');
    expect(wholeOf([first.kept.entry!.facts], erased.facts).collections).toMatchObject([{ erased: 1 }, { erased: 1 }]);
  });

  it('that broke off goes on, and reports the whole', async () => {
    const { erasure, eraser } = prepared();
    const facts = await eraser.rehearse(erasure);
    const journal = aJournal();
    service.answer = keeping(3, 409);
    await expect(eraseOnce(eraser, erasure, facts, journal, quiet.progress)).rejects.toMatchObject({
      reason: 'badMap',
    });
    expect(contacts.map(({ id }) => id)).toEqual([2, 3]);
    service.answer = register;
    const erased = await eraseOnce(eraser, erasure, facts, journal, quiet.progress);
    expect(erased).toMatchObject({ kind: 'erased', facts: { collections: [{ erased: 2 }, { erased: 1, kept: 2 }] } });
    expect(contacts.map(({ id }) => id)).toEqual([2]);
    const asked = service.got.length;
    expect(await eraseOnce(eraser, erasure, facts, journal, quiet.progress)).toEqual(erased);
    expect(service.got).toHaveLength(asked);
  });

  it('is not called done where the service says yes and keeps it', async () => {
    const { erasure, eraser } = prepared();
    const facts = await eraser.rehearse(erasure);
    service.answer = (got, response) =>
      got.method === 'DELETE' ? void response.writeHead(204).end() : register(got, response);
    await expect(eraser.erase(erasure, facts, quiet)).rejects.toMatchObject({
      detail: expect.stringContaining('still found') as string,
    });
  });

  it('cannot be approved where nothing says how records are erased', async () => {
    const { erasure, eraser } = prepared(mapOf({ change: changing.change }));
    expect((await eraser.rehearse(erasure)).obstacles).toMatchObject([
      { kind: 'denied', collectionId: 'crm.contacts' },
    ]);
  });
});
