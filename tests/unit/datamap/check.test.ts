import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { account, EMAIL, ID, map, words } from './small-map';

const problemsOf = (...contents: unknown[]) =>
  buildDataMap(
    contents.map((content, index) => ({ file: `${index}.yaml`, content: dataMapFileSchema.parse(content) })),
    { languages: ['en', 'bg'], country: 'LU', identifierKinds: ['email'] },
  ).problems;

const AT = ['dataset', 0, 'collections', 0];

describe('what cannot be right in a data map', () => {
  it.each([
    [
      'a purpose nobody defined',
      account({ purposes: ['serv'] }),
      [...AT, 'meta', 'rightsdesk', 'purposes', 0],
      'purposes names "serv", which is not among the purposes',
      'write "serve"',
    ],
    [
      'a recipient nobody defined',
      account({ recipients: ['hosting', 'bank'] }),
      [...AT, 'meta', 'rightsdesk', 'recipients', 1],
      'recipients names "bank", which is not among the recipients',
      'write one of hosting, or define "bank" under rightsdesk.recipients',
    ],
    [
      'a period nobody defined',
      account({ retention: 'alway' }),
      [...AT, 'meta', 'rightsdesk', 'retention'],
      'retention names "alway", which is not among the retentions',
      'write "always"',
    ],
    [
      'a transfer nobody defined',
      account({ transfers: ['us'] }),
      [...AT, 'meta', 'rightsdesk', 'transfers', 0],
      'transfers names "us", which is not among the transfers',
      'write "usa"',
    ],
    [
      'a category nobody defined',
      account({ category: 'acount' }),
      [...AT, 'meta', 'rightsdesk', 'category'],
      'category "acount" is not among the categories',
      'write "account"',
    ],
    [
      'a default nobody defined',
      map([{ name: 'account', fields: [EMAIL] }], { meta: { rightsdesk: { defaults: { purposes: ['sell'] } } } }),
      ['dataset', 0, 'meta', 'rightsdesk', 'defaults', 'purposes', 0],
      'purposes names "sell", which is not among the purposes',
      'write one of serve, or define "sell" under rightsdesk.purposes',
    ],
    [
      'accounts by which nobody is found',
      map([{ name: 'account', fields: [ID], meta: { rightsdesk: { account: true } } }]),
      [...AT, 'meta', 'rightsdesk', 'account'],
      'a collection of accounts needs a field by which a person is found',
      'give one of its fields fides_meta: { identity: email }, or remove "account"',
    ],
    [
      'a field twice',
      map([{ name: 'account', fields: [EMAIL, ID, EMAIL] }]),
      [...AT, 'fields', 2, 'name'],
      'field "email" stands twice in account',
      'remove one of them',
    ],
    [
      'a collection twice',
      map([
        { name: 'account', fields: [EMAIL] },
        { name: 'account', fields: [EMAIL] },
      ]),
      ['dataset', 0, 'collections', 1, 'name'],
      'collection "app.account" is defined a second time; the first is in 0.yaml',
      'give one of them another id, or remove it',
    ],
    [
      'an identity the form does not ask',
      map([{ name: 'account', fields: [{ name: 'login', fides_meta: { identity: 'emial' } }] }]),
      [...AT, 'fields', 0, 'fides_meta', 'identity'],
      'nobody is asked for "emial"',
      'write "email"',
    ],
    [
      'a reference to no collection',
      map([
        {
          name: 'account',
          fields: [EMAIL, { name: 'home', fidesops_meta: { references: [{ dataset: 'app', field: 'acount.id' }] } }],
        },
      ]),
      [...AT, 'fields', 1, 'fidesops_meta', 'references', 0, 'field'],
      'there is no collection "app.acount"',
      'write "app.account"',
    ],
    [
      'a reference to no field',
      map([
        {
          name: 'account',
          fields: [
            EMAIL,
            ID,
            { name: 'parent', fides_meta: { references: [{ dataset: 'app', field: 'account.ids', direction: 'to' }] } },
          ],
        },
      ]),
      [...AT, 'fields', 2, 'fides_meta', 'references', 0, 'field'],
      'app.account has no field "ids"',
      'write "id"',
    ],
    [
      'a reference to itself without a way',
      map([
        {
          name: 'account',
          fields: [
            EMAIL,
            ID,
            { name: 'parent', fides_meta: { references: [{ dataset: 'app', field: 'account.id' }] } },
          ],
        },
      ]),
      [...AT, 'fields', 2, 'fides_meta', 'references', 0],
      '"parent" refers to its own collection and does not say which way, so it would lead to everybody near the person',
      'add direction: from to go from id to the records that name it in parent, or to for the other way',
    ],
    [
      'two columns that refer to one that is not there',
      account({
        references: [{ dataset: 'app', collection: 'account', direction: 'to', fields: { id: 'id', email: 'emial' } }],
      }),
      [...AT, 'meta', 'rightsdesk', 'references', 0, 'fields', 'email'],
      'app.account has no field "emial"',
      'write "email"',
    ],
    [
      'two columns of which one is not there',
      account({
        references: [{ dataset: 'app', collection: 'account', direction: 'to', fields: { id: 'id', mail: 'email' } }],
      }),
      [...AT, 'meta', 'rightsdesk', 'references', 0, 'fields', 'mail'],
      'account has no field "mail"',
      'write "email"',
    ],
    [
      'an identity inside JSON that nobody is asked for',
      map([
        {
          name: 'account',
          fields: [EMAIL, { name: 'profile', fields: [{ name: 'mail', fides_meta: { identity: 'emial' } }] }],
        },
      ]),
      [...AT, 'fields', 1, 'fields', 0, 'fides_meta', 'identity'],
      'nobody is asked for "emial"',
      'write "email"',
    ],
    [
      'a rule that compares with what is no account',
      map([
        {
          name: 'account',
          fields: [
            EMAIL,
            { ...ID, meta: { rightsdesk: { otherPerson: { rule: 'hide', label: 'x', unless: 'app.account.id' } } } },
          ],
        },
      ]),
      [...AT, 'fields', 1, 'meta', 'rightsdesk', 'otherPerson', 'unless'],
      '"app.account.id" is no field of a collection of accounts',
      'mark the collection with account: true',
    ],
    [
      'a rule told by a field that is not there',
      map([
        {
          name: 'account',
          fields: [
            EMAIL,
            { ...ID, meta: { rightsdesk: { otherPerson: { rule: 'hide', label: 'x', toldBy: 'emial' } } } },
          ],
        },
      ]),
      [...AT, 'fields', 1, 'meta', 'rightsdesk', 'otherPerson', 'toldBy'],
      'there is no field "emial" beside it',
      'write "email"',
    ],
    [
      'a key that Fides does not have',
      map([{ name: 'account', fields: [{ name: 'email', fides_meta: { identiy: 'email' } }] }]),
      [...AT, 'fields', 0, 'fides_meta', 'identiy'],
      '"identiy" is not read',
      'write "identity"',
    ],
    [
      'a misspelt key of a field',
      map([{ name: 'account', fields: [{ ...EMAIL, data_categries: [] }] }]),
      [...AT, 'fields', 0, 'data_categries'],
      '"data_categries" is not read',
      'write "data_categories"',
    ],
    [
      'a misspelt key of a reference',
      map([
        {
          name: 'account',
          fields: [
            EMAIL,
            ID,
            {
              name: 'parent',
              fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'to', directon: 'to' }] },
            },
          ],
        },
      ]),
      [...AT, 'fields', 2, 'fides_meta', 'references', 0, 'directon'],
      '"directon" is not read',
      'write "direction"',
    ],
    [
      'a misspelt key of ours',
      map([{ name: 'account', fields: [EMAIL], meta: { rightdesk: {} } }]),
      [...AT, 'meta', 'rightdesk'],
      '"rightdesk" is not read',
      'write "rightsdesk"',
    ],
    [
      'a text without a language of the controller',
      account({ title: { en: 'Account' } }),
      [...AT, 'meta', 'rightsdesk', 'title'],
      'the text has no words in "bg", a language of this controller',
      'add bg: …',
    ],
  ])('%s', (_what, content, path, message, fix) => {
    expect(problemsOf(content)).toEqual([{ file: '0.yaml', path, message, fix }]);
  });

  it('a system or a word defined in two files', () => {
    const files = [
      map([{ name: 'account', fields: [EMAIL] }]),
      {
        rightsdesk: { categories: { account: 'Again' } },
        dataset: [{ fides_key: 'app', collections: [{ name: 'more', fields: [EMAIL] }] }],
      },
    ];
    expect(problemsOf(...files).map(({ file, path, message }) => [file, path.join('.'), message])).toEqual([
      [
        '1.yaml',
        'rightsdesk.categories.account',
        'categories "account" is defined a second time; the first is in 0.yaml',
      ],
      ['1.yaml', 'dataset.0.fides_key', 'system "app" is defined a second time; the first is in 0.yaml'],
    ]);
  });

  it('a map without any system', () => {
    expect(problemsOf({ rightsdesk: words })).toEqual([
      { file: '0.yaml', path: [], message: 'there is no data system', fix: 'describe at least one under "dataset:"' },
    ]);
  });
});

describe('what may well be right', () => {
  it.each([
    [
      'keys that other tools read',
      map(
        [
          {
            name: 'account',
            fields: [{ ...EMAIL, fides_meta: { identity: 'email', masking_strategy_override: {} } }],
            owner: 'Ada',
          },
        ],
        { third_country_transfers: ['USA'] },
      ),
    ],
    [
      'a reference between systems, and one to itself',
      {
        rightsdesk: words,
        dataset: [
          {
            fides_key: 'app',
            collections: [
              {
                name: 'account',
                fields: [
                  EMAIL,
                  ID,
                  {
                    name: 'parent',
                    fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'to' }] },
                  },
                ],
              },
            ],
          },
          {
            fides_key: 'desk',
            collections: [
              {
                name: 'ticket',
                fields: [
                  {
                    name: 'who',
                    fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'from' }] },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'a text in every language of the controller and one more',
      account({ title: { en: 'Account', bg: 'Профил', ru: 'Учётная запись' } }),
    ],
  ])('%s', (_what, content) => {
    expect(problemsOf(content)).toEqual([]);
  });
});
