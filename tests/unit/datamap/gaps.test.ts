import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { account, EMAIL, ID, map } from './small-map';

describe('facts an answer would lack', () => {
  const gapsOf = (content: unknown) =>
    buildDataMap([{ file: '0.yaml', content: dataMapFileSchema.parse(content) }], {
      languages: ['en'],
      country: 'LU',
      identifierKinds: ['email'],
    }).gaps.map(({ message }) => message);
  const facts = {
    category: 'account',
    purposes: ['serve'],
    recipients: ['hosting'],
    retention: 'always',
    source: 'subject',
    transfers: [],
    automatedDecision: 'none',
  };

  it('are none where everything is said', () => {
    expect(gapsOf(account(facts))).toEqual([]);
  });

  it.each([
    ['category', 'app.account belongs to no category: Art. 15(1)(b)'],
    ['purposes', 'app.account has no purpose: Art. 15(1)(a)'],
    ['recipients', 'app.account does not say who receives it: Art. 15(1)(c)'],
    ['retention', 'app.account does not say how long it is kept: Art. 15(1)(d)'],
    ['source', 'app.account does not say where it comes from: Art. 15(1)(g)'],
    ['automatedDecision', 'app.account does not say whether a machine alone decides from it: Art. 15(1)(h)'],
    ['transfers', 'app.account does not say whether it goes to a third country: Art. 15(2)'],
  ])('without %s: %s', (key, message) => {
    expect(gapsOf(account({ ...facts, [key]: undefined }))).toEqual([message]);
  });

  it('that several collections of a system lack are one line', () => {
    const two = map(
      ['account', 'login'].map((name) => ({
        name,
        fields: [EMAIL],
        meta: { rightsdesk: { ...facts, source: undefined } },
      })),
    );
    expect(gapsOf(two)).toEqual([
      'app: each of 2 collections (account, login) does not say where it comes from: Art. 15(1)(g)',
    ]);
  });

  it('and a collection no identity leads to', () => {
    const lost = map([
      { name: 'account', fields: [EMAIL], meta: { rightsdesk: facts } },
      { name: 'rota', fields: [{ name: 'day' }], meta: { rightsdesk: facts } },
    ]);
    expect(gapsOf(lost)).toEqual(['no identity leads to app.rota']);
  });
});

describe('what may not be meant', () => {
  it('is that either of two references alone finds a record', () => {
    const reference = { fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'from' }] } };
    const call = {
      name: 'call',
      fields: [
        { name: 'caller', ...reference },
        { name: 'callee', ...reference },
      ],
    };
    const file = {
      file: '0.yaml',
      content: dataMapFileSchema.parse(map([{ name: 'account', fields: [ID, EMAIL] }, call])),
    };
    const { notes } = buildDataMap([file], { languages: ['en'], country: 'LU', identifierKinds: ['email'] });
    expect(notes).toMatchObject([
      {
        path: ['dataset', 0, 'collections', 1],
        message: 'app.call is found from app.account by either of caller, callee, each alone',
      },
      { path: ['dataset', 0, 'collections', 1], message: expect.stringContaining('about several people') },
    ]);
  });
});
