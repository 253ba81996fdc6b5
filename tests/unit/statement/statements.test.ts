import { describe, expect, it } from 'vitest';
import type { Recipient } from '@/lib/domain/datamap/types';
import { checkDisclosures } from '@/lib/domain/datamap/check-disclosures';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { SHINE_THE_LIGHT_CATEGORIES } from '@/lib/domain/law/regimes/shine-the-light-categories';
import { LOCALES } from '@/lib/domain/locale';
import { categoriesStatement } from '@/lib/domain/statement/categories';
import { marketingStatement } from '@/lib/domain/statement/marketing';
import { statementWords } from '@/lib/domain/statement/words';
import { translator } from '@/lib/platform/i18n/translator';
import { collectionOf, dataMapOf, text } from '../datamap/maps';

const recipient = (id: string, more: Partial<Recipient> = {}): Recipient => ({
  id,
  name: text(`${id} Inc.`),
  kind: 'controller',
  purpose: text('does something'),
  country: null,
  contact: null,
  notTold: null,
  address: `1 ${id} Street`,
  business: null,
  directMarketing: true,
  ...more,
});

const MAP = dataMapOf([collectionOf('shop.customer', {})], {
  recipients: { garden: recipient('garden', { business: text('seeds') }), travel: recipient('travel') },
  disclosures: {
    '2024': [],
    '2025': [
      { recipientId: 'garden', categories: ['xviii', 'i'] },
      { recipientId: 'travel', categories: ['ii'] },
    ],
  },
});

const NO_CHOICE = { marketingChoice: null };

describe('who received data for their own direct marketing', () => {
  it('names each with its address, and the categories in the order of the statute', () => {
    expect(marketingStatement(MAP, NO_CHOICE, 2025, 'en')).toEqual({
      kind: 'marketing',
      year: 2025,
      answer: 'disclosed',
      thirdParties: [
        { name: 'garden Inc.', address: '1 garden Street', business: 'seeds', categories: ['i', 'xviii'] },
        { name: 'travel Inc.', address: '1 travel Street', business: null, categories: ['ii'] },
      ],
    });
  });

  it('says that nothing was disclosed only where the map says so of that year', () => {
    expect(marketingStatement(MAP, NO_CHOICE, 2024, 'en')).toMatchObject({ answer: 'nothing' });
    expect(marketingStatement(MAP, NO_CHOICE, 2023, 'en')).toBeNull();
  });

  it('says how it can be prevented where a published policy leaves it to the customer', () => {
    const marketingChoice = { url: 'https://shop.example.com/privacy', means: text('Write to us.') };
    expect(marketingStatement(MAP, { marketingChoice }, 2025, 'en')).toMatchObject({
      answer: 'choice',
      means: 'Write to us.',
    });
  });

  it.each(LOCALES)('has words of %s for every category, the year without thousands', (locale) => {
    const say = translator(locale, 'answer');
    const [garden] = MAP.disclosures['2025']!;
    const all = SHINE_THE_LIGHT_CATEGORIES.map(({ id }) => id);
    const map = { ...MAP, disclosures: { '2025': [{ ...garden!, categories: all }] } };
    const words = statementWords(marketingStatement(map, NO_CHOICE, 2025, locale)!, 'Shop', say);
    expect(words.title).toContain('2025');
    expect(new Set(words.list?.lines).size).toBe(all.length);
    if (locale === 'en') expect(words.list?.lines).toEqual(SHINE_THE_LIGHT_CATEGORIES.map((one) => one.text));
  });
});

describe('a map with disclosures', () => {
  const reads = (category: string) =>
    dataMapFileSchema.safeParse({ rightsdesk: { disclosures: { '2025': [{ to: 'garden', categories: [category] }] } } })
      .success;

  it('knows the numerals of the statute and no others', () => {
    expect(SHINE_THE_LIGHT_CATEGORIES.filter(({ id }) => !reads(id))).toEqual([]);
    expect(['', 'xxviii', 'xxx', 'iiii', 'email'].filter(reads)).toEqual([]);
  });

  const problemsOf = (to: string, recipients = MAP.recipients) => {
    const problems: string[] = [];
    checkDisclosures({ '2025': [{ to, categories: ['i'] }] }, { ...MAP, recipients }, (_at, message) =>
      problems.push(message),
    );
    return problems;
  };

  it('names only recipients that market for themselves and have an address', () => {
    expect(problemsOf('garden')).toEqual([]);
    expect(problemsOf('gardne')).toEqual(['"gardne" is not among the recipients']);
    expect(problemsOf('quiet', { quiet: recipient('quiet', { directMarketing: false }) })).toHaveLength(1);
    expect(problemsOf('nowhere', { nowhere: recipient('nowhere', { address: null }) })).toEqual([
      'the address of "nowhere" has to be named to whoever asks',
    ]);
  });
});

describe('the categories of data', () => {
  const ads = {
    id: 'ads',
    title: text('advertising'),
    basis: 'legitimateInterests',
    interest: null,
    directMarketing: true,
    endedBy: ['opt_out_sale_sharing'],
    stopped: [],
  } as const;
  const run = {
    ...ads,
    id: 'run',
    title: text('running it'),
    basis: 'contract',
    directMarketing: false,
    endedBy: [],
  } as const;
  const map = dataMapOf(
    [
      { ...collectionOf('shop.customer', {}), categoryId: 'account', purposeIds: ['run'], recipientIds: ['host'] },
      {
        ...collectionOf('shop.view', {}),
        categoryId: 'ads',
        purposeIds: ['ads'],
        recipientIds: ['host', 'garden', 'buyer'],
      },
    ],
    {
      categories: { account: { id: 'account', title: text('Account') }, ads: { id: 'ads', title: text('Ads') } },
      purposes: { ads, run },
      recipients: {
        host: recipient('host', { kind: 'processor' }),
        garden: recipient('garden'),
        buyer: recipient('buyer', { kind: 'acquirer' }),
      },
    },
  );
  const sells = { sellsData: false, sharesForAdvertising: true };

  it('are told with two lists: what was shared apart from what was disclosed; a buyer that there may be has nothing', () => {
    expect(categoriesStatement(map, sells, 'en', (kind) => kind)).toMatchObject({
      categories: [
        { title: 'Account', purposes: ['running it'] },
        { title: 'Ads', purposes: ['advertising'] },
      ],
      soldOrShared: [{ kind: 'controller', names: ['garden Inc.'], categories: ['Ads'] }],
      disclosed: [{ kind: 'processor', names: ['host Inc.'], categories: ['Account', 'Ads'] }],
    });
  });

  it('are told as shared only by a controller that shares', () => {
    const quiet = { sellsData: false, sharesForAdvertising: false };
    expect(categoriesStatement(map, quiet, 'en', (kind) => kind)).toMatchObject({ soldOrShared: [] });
  });

  it('are no statement where the map leaves any of it open', () => {
    const stated = { ...collectionOf('shop.customer', {}), purposeIds: ['run'] };
    for (const open of [
      { ...stated, recipientIds: null },
      { ...stated, source: null },
      { ...stated, purposeIds: [] },
    ])
      expect(
        categoriesStatement({ ...map, systems: dataMapOf([open]).systems }, sells, 'en', (kind) => kind),
      ).toBeNull();
  });
});
