import { describe, expect, it } from 'vitest';
import { collectionPlan, type CollectionPlan } from '@/lib/domain/datamap/plan';
import { at, collectionOf, dataMapOf } from './maps';

const shop = dataMapOf([
  collectionOf('shop.customer', {
    id: { key: true },
    email: { identity: 'email' },
    phone: { identity: 'phone' },
    secret: { presenceOnly: true },
  }),
  collectionOf('shop.purchase', { id: { key: true, cast: 'text' }, customer_id: { of: 'shop.customer.id' } }),
  collectionOf('shop.item', { purchase_id: { key: true, of: 'shop.purchase.id' }, line: { key: true } }),
  collectionOf('desk.ticket', {
    id: { key: true },
    email: { identity: 'email' },
    customer_id: { of: 'shop.customer.id' },
  }),
  collectionOf('desk.note', { id: { key: true }, ticket_id: { of: 'desk.ticket.id' } }),
  collectionOf('club.card', { number: { identity: 'cardNumber' } }),
  collectionOf('club.prize', { card: { of: 'club.card.number' } }),
  collectionOf('club.rota', { day: {} }),
]);

const stepOf = (plan: CollectionPlan, id: string) =>
  plan.systems.flatMap(({ steps }) => steps).find(({ collectionId }) => collectionId === id)!;

describe('how to find everything about a person', () => {
  const plan = collectionPlan(shop, { email: ['Nadia@Example.com'] });

  it('begins where the identity stands', () => {
    expect(stepOf(plan, 'shop.customer').where).toEqual([
      {
        kind: 'identity',
        identity: 'email',
        at: at('email'),
        country: 'LU',
        match: 'email',
        values: ['nadia@example.com'],
      },
    ]);
  });

  it('goes on by the keys of what was found, within one system', () => {
    const item = stepOf(plan, 'shop.item');
    expect(item.where).toEqual([{ kind: 'linked', at: [at('purchase_id')], of: 'shop.purchase', ofAt: [at('id')] }]);
    expect(item.through.map(({ collectionId }) => collectionId)).toEqual(['shop.customer', 'shop.purchase']);
    expect(item.needs).toEqual([]);
  });

  it('carries the keys to another system, and also looks there for the identity itself', () => {
    expect(stepOf(plan, 'desk.ticket').where).toEqual([
      {
        kind: 'identity',
        identity: 'email',
        at: at('email'),
        country: 'LU',
        match: 'email',
        values: ['nadia@example.com'],
      },
      { kind: 'carried', at: [at('customer_id')], carryId: 'shop.customer.id' },
    ]);
    expect(plan.carries).toEqual([
      [expect.objectContaining({ id: 'shop.customer.id', systemId: 'shop', at: [at('id')] })],
    ]);
    expect(stepOf(plan, 'desk.note').needs).toEqual(['shop.customer.id']);
  });

  it('gives what a connector needs: columns, casts, presence only, and the order of the key', () => {
    expect(stepOf(plan, 'shop.customer').columns).toEqual([
      { name: 'id', cast: null, presenceOnly: false },
      { name: 'email', cast: null, presenceOnly: false },
      { name: 'phone', cast: null, presenceOnly: false },
      { name: 'secret', cast: null, presenceOnly: true },
    ]);
    expect(stepOf(plan, 'shop.purchase').columns[0]).toEqual({ name: 'id', cast: 'text', presenceOnly: false });
    expect(stepOf(plan, 'shop.item').orderBy).toEqual(['purchase_id', 'line']);
  });

  it('says of what it cannot find whether something could be asked, or the map leads nowhere', () => {
    expect(plan.systems.find(({ systemId }) => systemId === 'club')).toEqual({
      systemId: 'club',
      steps: [],
      notApplicable: [
        { systemId: 'club', collectionId: 'club.card', reason: 'noIdentity', asks: ['cardNumber'] },
        { systemId: 'club', collectionId: 'club.prize', reason: 'noIdentity', asks: ['cardNumber'] },
        { systemId: 'club', collectionId: 'club.rota', reason: 'noPath', asks: [] },
      ],
    });
  });

  it('takes any of several values and any of several identities', () => {
    const both = collectionPlan(shop, { email: ['a@example.com', 'b@example.com'], phone: ['+352 691 555 001'] });
    expect(stepOf(both, 'shop.customer').where).toEqual([
      {
        kind: 'identity',
        identity: 'email',
        at: at('email'),
        country: 'LU',
        match: 'email',
        values: ['a@example.com', 'b@example.com'],
      },
      {
        kind: 'identity',
        identity: 'phone',
        at: at('phone'),
        country: 'LU',
        match: 'phone',
        values: ['+352 691 555 001'],
      },
    ]);
  });

  it.each([
    [{}],
    [{ email: [] }],
    [{ email: ['  '] }],
    [{ phone: ['n/a'] }],
    [{ email: undefined }],
    [{ nickname: ['nadia'] }],
  ])('with %j looks for nobody', (identities) => {
    const nobody = collectionPlan(shop, identities);
    expect(nobody.systems.flatMap(({ steps }) => steps)).toEqual([]);
    expect(nobody.carries).toEqual([]);
    expect(nobody.systems.flatMap(({ notApplicable }) => notApplicable)).toHaveLength(8);
  });
});

describe('maps that go in circles', () => {
  const circle = dataMapOf([
    collectionOf('a.one', { id: {}, three_id: { of: 'a.three.id' }, email: { identity: 'email' } }),
    collectionOf('a.two', { id: {}, one_id: { of: 'a.one.id' } }),
    collectionOf('a.three', { id: {}, two_id: { of: 'a.two.id' }, parent_id: { of: 'a.three.id' } }),
  ]);

  const ids = (selections: readonly { collectionId: string }[]) =>
    selections.map(({ collectionId }) => collectionId).sort();

  it('are followed round and round, and through a collection that refers to itself', () => {
    const plan = collectionPlan(circle, { email: ['x@example.com'] });
    for (const id of ['a.one', 'a.two', 'a.three']) {
      expect(stepOf(plan, id).through).toEqual([]);
      expect(stepOf(plan, id).circles.map(ids)).toEqual([['a.one', 'a.three', 'a.two']]);
    }
    expect(stepOf(plan, 'a.three').where).toEqual([
      { kind: 'linked', at: [at('two_id')], of: 'a.two', ofAt: [at('id')] },
      { kind: 'linked', at: [at('parent_id')], of: 'a.three', ofAt: [at('id')] },
    ]);
  });

  it('across systems are read in turn', () => {
    const across = dataMapOf([
      collectionOf('a.one', { id: {}, two_id: { of: 'b.two.id' }, email: { identity: 'email' } }),
      collectionOf('b.two', { id: {}, one_id: { of: 'a.one.id' } }),
    ]);
    expect(
      collectionPlan(across, { email: ['x@example.com'] }).carries.map((group) => group.map(({ id }) => id).sort()),
    ).toEqual([['a.one.id', 'b.two.id']]);
  });

  it('are not gone back along a reference without a direction: whoever lives at my address is a stranger', () => {
    const homes = dataMapOf([
      collectionOf('a.person', {
        id: {},
        email: { identity: 'email' },
        home_id: { of: 'a.home.id', direction: 'both' },
      }),
      collectionOf('a.home', { id: {} }),
    ]);
    const plan = collectionPlan(homes, { email: ['x@example.com'] });
    expect(stepOf(plan, 'a.person').where.map(({ kind }) => kind)).toEqual(['identity']);
    expect(stepOf(plan, 'a.home').where).toEqual([
      { kind: 'linked', at: [at('id')], of: 'a.person', ofAt: [at('home_id')] },
    ]);
  });
});

describe('references of several columns', () => {
  const pairs = [
    { here: at('tenant'), there: at('tenant') },
    { here: at('number'), there: at('no') },
  ];
  const order = (system: string) =>
    collectionOf(
      `${system}.order`,
      { tenant: {}, number: {} },
      { references: [{ collectionId: 'a.customer', direction: 'from', pairs }] },
    );
  const map = dataMapOf([
    collectionOf('a.customer', { tenant: {}, no: {}, email: { identity: 'email' } }),
    order('a'),
    order('b'),
  ]);

  it('are compared together, in one system and across', () => {
    const plan = collectionPlan(map, { email: ['x@example.com'] });
    const there = [at('tenant'), at('no')];
    expect(stepOf(plan, 'a.order').where).toEqual([
      { kind: 'linked', at: [at('tenant'), at('number')], of: 'a.customer', ofAt: there },
    ]);
    expect(stepOf(plan, 'b.order').where).toEqual([
      { kind: 'carried', at: [at('tenant'), at('number')], carryId: 'a.customer.tenant+no' },
    ]);
    expect(plan.carries.flat()).toEqual([expect.objectContaining({ id: 'a.customer.tenant+no', at: there })]);
  });
});

describe('a collection that several lead to', () => {
  const diamond = dataMapOf([
    collectionOf('a.parcel', { purchase_id: { of: 'a.purchase.id' }, person_id: { of: 'a.person.id' } }),
    collectionOf('a.purchase', { id: {}, person_id: { of: 'a.person.id' } }),
    collectionOf('a.person', { id: {}, email: { identity: 'email' } }),
  ]);

  it('is arrived at after all of them, wherever it stands in the map', () => {
    expect(stepOf(collectionPlan(diamond, { email: ['x@example.com'] }), 'a.parcel').where).toEqual([
      { kind: 'linked', at: [at('purchase_id')], of: 'a.purchase', ofAt: [at('id')] },
      { kind: 'linked', at: [at('person_id')], of: 'a.person', ofAt: [at('id')] },
    ]);
  });
});

describe('keys that come from keys', () => {
  const chain = dataMapOf([
    collectionOf('c.third', { id: {}, second_id: { of: 'b.second.id' } }),
    collectionOf('b.second', { id: {}, first_id: { of: 'a.first.id' } }),
    collectionOf('a.first', { id: {}, email: { identity: 'email' } }),
  ]);

  it('are read in the order in which they can be', () => {
    const plan = collectionPlan(chain, { email: ['x@example.com'] });
    expect(plan.carries.flat().map(({ id, step }) => [id, step.needs])).toEqual([
      ['a.first.id', []],
      ['b.second.id', ['a.first.id']],
    ]);
    expect(stepOf(plan, 'c.third').needs).toEqual(['b.second.id']);
  });

  it('leave the systems in the order of the map', () => {
    expect(collectionPlan(chain, { email: ['x@example.com'] }).systems.map(({ systemId }) => systemId)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
});
