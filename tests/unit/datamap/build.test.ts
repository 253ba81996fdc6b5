import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { MAP_WORDS } from '@/lib/domain/datamap/words.generated';
import { byLocale } from '@/lib/domain/locale';

const build = (...contents: unknown[]) =>
  buildDataMap(
    contents.map((content, index) => ({ file: `${index}.yaml`, content: dataMapFileSchema.parse(content) })),
    { languages: ['bg', 'en'], country: 'BG', identifierKinds: ['email', 'phone'] },
  );

/** As Fides itself writes them, in the words of today and of earlier versions. */
const PLAIN_FIDES = {
  dataset: [
    {
      fides_key: 'shop-db',
      organization_fides_key: 'default_organization',
      name: 'Shop',
      description: 'Orders and the people who make them.',
      collections: [
        {
          name: 'customer',
          data_categories: ['user'],
          fields: [
            { name: 'id', data_categories: ['user.unique_id'], fides_meta: { primary_key: true } },
            {
              name: 'email',
              data_categories: ['user.contact.email'],
              fidesops_meta: { identity: 'email', data_type: 'string' },
            },
            {
              name: 'phone',
              data_categories: ['user.contact.phone_number'],
              fides_meta: { identity: 'phone_number', length: 20 },
            },
            {
              name: 'billing_address_id',
              fides_meta: { references: [{ dataset: 'shop-db', field: 'address.id', direction: 'to' }] },
            },
          ],
        },
        {
          name: 'address',
          description: 'Where people live.',
          fields: [{ name: 'id', fides_meta: { primary_key: true } }, { name: 'street' }],
        },
      ],
    },
  ],
};

describe('a plain Fides dataset', () => {
  const { dataMap, problems, gaps } = build(PLAIN_FIDES);
  const [system] = dataMap.systems;
  const [customer, address] = system!.collections;

  it('is a data map as it stands', () => {
    expect(problems).toEqual([]);
    expect(system).toMatchObject({ id: 'shop-db', connector: 'postgres', urlName: 'SHOP_DB_URL', timeoutSeconds: 900 });
    expect(system!.name.bg).toBe('Shop');
  });

  it('keeps its identities, keys and references, in the old words and the new', () => {
    expect(customer!.fields.map(({ identity, match }) => [identity, match])).toEqual([
      [null, 'text'],
      ['email', 'email'],
      ['phone', 'phone'],
      [null, 'text'],
    ]);
    expect(customer!.fields[0]!.primaryKey).toBe(true);
    expect(customer!.fields[3]!.references).toEqual([
      { collectionId: 'shop-db.address', place: { column: 'id', path: [] }, direction: 'to' },
    ]);
  });

  it('has readable words where it wrote none', () => {
    expect(customer!.fields[3]!.title.en).toBe('Billing address id');
    expect(address!.description.en).toBe('Where people live.');
    expect(customer!.categoryId).toBe('uncategorised');
    expect(dataMap.categories.uncategorised!.title).toEqual(byLocale((locale) => MAP_WORDS[locale].uncategorised));
  });

  it('is told which facts of Art. 15(1) an answer would lack', () => {
    expect(gaps.map(({ message }) => message.replace(/^.*\) (?=\w)/, ''))).toEqual([
      'has no purpose: Art. 15(1)(a)',
      'belongs to no category: Art. 15(1)(b)',
      'does not say who receives it: Art. 15(1)(c)',
      'does not say how long it is kept: Art. 15(1)(d)',
      'does not say where it comes from: Art. 15(1)(g)',
      'does not say whether a machine alone decides from it: Art. 15(1)(h)',
      'does not say whether it goes to a third country: Art. 15(2)',
    ]);
  });
});

const WORDS = {
  rightsdesk: {
    categories: { account: { en: 'Account', bg: 'Профил' } },
    purposes: { serve: { title: { en: 'To serve you', bg: 'За да ви обслужваме' }, basis: 'contract' } },
    recipients: { hosting: { name: 'Hosting', kind: 'processor', purpose: { en: 'servers', bg: 'сървъри' } } },
    retentions: {
      always: { title: { en: 'as long as needed', bg: 'докато е нужно' } },
      soon: { title: 'P2W', period: 'P2W', countedFrom: 'creation' },
    },
    transfers: {
      usa: {
        title: { en: 'United States', bg: 'САЩ' },
        safeguard: { en: 'clauses', bg: 'клаузи' },
        citation: 'Art. 46(2)(c) GDPR',
      },
    },
  },
};

const collection = (
  name: string,
  additions: Record<string, unknown> = {},
  fields: unknown[] = [{ name: 'email', fides_meta: { identity: 'email' } }],
) => ({ name, fields, meta: { rightsdesk: { category: 'account', ...additions } } });

const dataset = (collections: unknown[], rightsdesk: Record<string, unknown> = {}) => ({
  dataset: [
    {
      fides_key: 'app',
      collections,
      meta: {
        rightsdesk: {
          defaults: {
            purposes: ['serve'],
            recipients: ['hosting'],
            retention: 'always',
            transfers: ['usa'],
            automatedDecision: 'none',
          },
          ...rightsdesk,
        },
      },
    },
  ],
});

describe('what Rightsdesk adds', () => {
  it('joins words and tables of several files', () => {
    const { dataMap, problems, gaps } = build(
      WORDS,
      dataset([collection('account', { source: 'subject' })], {
        name: { en: 'App', bg: 'Приложение' },
        url: 'APP_URL',
        schema: 'core',
        timeoutSeconds: 30,
      }),
    );
    expect({ problems, gaps }).toEqual({ problems: [], gaps: [] });
    expect(dataMap.systems[0]).toMatchObject({
      urlName: 'APP_URL',
      timeoutSeconds: 30,
      name: { ...byLocale(() => 'Приложение'), en: 'App' },
    });
    expect(dataMap.systems[0]!.collections[0]).toMatchObject({
      id: 'app.account',
      schema: 'core',
      purposeIds: ['serve'],
      recipientIds: ['hosting'],
      retentionId: 'always',
      transferIds: ['usa'],
    });
  });

  it('lets a collection say otherwise than its system', () => {
    const { dataMap } = build(
      WORDS,
      dataset([collection('account', { retention: 'soon', recipients: [], automated: false }), collection('letter')]),
    );
    const [account, letter] = dataMap.systems[0]!.collections;
    expect([account!.retentionId, account!.recipientIds, account!.automated]).toEqual(['soon', [], false]);
    expect([letter!.retentionId, letter!.recipientIds, letter!.automated]).toEqual(['always', ['hosting'], true]);
  });

  it.each([
    ['observed', 'observed', 'Recorded while you used the service.'],
    ['subject', 'subject', 'You gave it to us.'],
    ['derived', 'derived', 'We worked it out from other data about you.'],
    [{ kind: 'thirdParty', text: 'From Example Data Ltd.' }, 'thirdParty', 'From Example Data Ltd.'],
  ])('source %j is %s', (source, kind, words) => {
    const { dataMap } = build(WORDS, dataset([collection('account', { source })]));
    expect(dataMap.systems[0]!.collections[0]!.source).toMatchObject({ kind, text: { en: words } });
  });

  it('knows no source that is not stated', () => {
    expect(build(WORDS, dataset([collection('account')])).dataMap.systems[0]!.collections[0]!.source).toBeNull();
  });

  it.each([
    ['erase', { kind: 'erase', whileKept: null }],
    [
      { anonymise: { owner: null }, why: 'stays without your name' },
      { kind: 'anonymise', blanks: { owner: null }, reason: { en: 'stays without your name' } },
    ],
    [
      { whileKept: { owner: 'erased' }, why: 'a bill refers to it' },
      { kind: 'erase', whileKept: { owner: 'erased' }, reason: { bg: 'a bill refers to it' } },
    ],
    [{ shared: 'our own list' }, { kind: 'shared', reason: { en: 'our own list' } }],
    [
      { keep: 'tax law', ground: 'GDPR-17-3-b', until: { period: 'P6Y', from: 'made_on', endOf: 'year' } },
      {
        kind: 'keep',
        groundId: 'GDPR-17-3-b',
        reason: { bg: 'tax law' },
        until: { kind: 'counted', field: 'made_on', period: 'P6Y', endOfYear: true },
      },
    ],
    [
      { keep: 'a claim', ground: 'GDPR-17-3-e', until: { open: 'the court decides' } },
      { kind: 'keep', until: { kind: 'open', reason: { ru: 'the court decides' } } },
    ],
    [
      { keep: 'with its bill', ground: 'GDPR-17-3-b', until: { as: 'shop.bill' } },
      { kind: 'keep', until: { kind: 'as', collectionId: 'shop.bill' } },
    ],
  ])('erasure %j is %j', (erasure, rule) => {
    const { dataMap } = build(WORDS, dataset([collection('account', { erasure })]));
    expect(dataMap.systems[0]!.collections[0]!.erasure).toMatchObject(rule);
  });

  it('reads what concerns a single field', () => {
    const { dataMap } = build(
      WORDS,
      dataset([
        collection('account', {}, [
          {
            name: 'email',
            fides_meta: { identity: 'email' },
            meta: { rightsdesk: { match: 'exact', title: { en: 'E-mail', bg: 'Имейл' } } },
          },
          { name: 'peer', meta: { rightsdesk: { otherPerson: { rule: 'hide', label: 'the other person' } } } },
          {
            name: 'note',
            meta: {
              rightsdesk: {
                otherPerson: { rule: 'decide', label: 'people', ground: 'GDPR-15-4-secret' },
                cast: 'text',
              },
            },
          },
          { name: 'password', meta: { rightsdesk: { presenceOnly: 'nobody can read it' } } },
        ]),
      ]),
    );
    const [email, peer, note, password] = dataMap.systems[0]!.collections[0]!.fields;
    expect(email).toMatchObject({
      match: 'exact',
      title: { ...byLocale(() => 'Имейл'), en: 'E-mail' },
      otherPerson: null,
      presenceOnly: null,
    });
    expect(peer!.otherPerson).toMatchObject({ rule: 'hide', ground: 'othersRights' });
    expect(note).toMatchObject({ cast: 'text', otherPerson: { rule: 'decide', ground: 'GDPR-15-4-secret' } });
    expect(password!.presenceOnly).toMatchObject({ en: 'nobody can read it' });
  });
});
